"""What is done to the built files once the generator is through; knows no generator."""
