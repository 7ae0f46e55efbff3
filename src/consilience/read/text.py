"""What a file is: text, a web page or something that is refused, by its name and its first bytes.

Decoding itself is `consilience.decoding`, below the stages, because `clean` decodes too and stages do not import each other.
"""
