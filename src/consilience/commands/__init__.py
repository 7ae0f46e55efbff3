"""The commands, one module each; what they share stands in `options` (arguments), `inputs` and `outputs`."""
