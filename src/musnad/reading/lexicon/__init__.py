"""The words by which Arabic news states events and ties, as data (`triggers/*.yaml`), inflected and looked up."""
