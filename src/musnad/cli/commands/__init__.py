"""The commands, one module each; every module has the name `command`."""
