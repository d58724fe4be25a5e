"""Dates: points, intervals, choices, fiscal years, and how they meet a period that is asked for."""
