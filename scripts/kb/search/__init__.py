"""The search: its index, made from the pages, and its engine, joined from its modules."""
