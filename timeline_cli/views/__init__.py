"""Views: an answer → styled lines. A new view is one file here and one row of VIEWS in registry.py."""
