"""What a service, toolkit, situation, link, statute, term and organisation is; no I/O."""
