"""Dates: points, intervals, choices, fiscal years, and how they match a period."""
