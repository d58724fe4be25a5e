"""Drafts of events from an English article. Proposes, never decides; no network and no model."""
