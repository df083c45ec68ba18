"""Knowledge base of housing social work: reads, checks and derives its content."""
