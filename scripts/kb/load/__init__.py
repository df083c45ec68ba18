"""Reads docs/ and data/ into the model; errors carry file and line."""
