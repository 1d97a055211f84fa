"""How the reader's encoder is made: pre-trained weights, trimmed vocabulary, training, export. Needs PyTorch."""
