"""The language engine that ships in the package: tokeniser, network, decoding; onnxruntime and numpy alone."""
