"""What is derived from the model for others: schemas."""
