"""What Markdown may become: the parser's safe form, and the judge of what it gave."""
