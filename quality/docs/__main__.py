"""Write the generated blocks of README.md and docs/ anew, from the root of the checkout."""

from quality.docs.pages import pages, rewritten

for page in pages():
    text = page.read_text("utf-8")
    new = rewritten(text)
    if new != text:
        page.write_text(new, encoding="utf-8")
        print(f"written: {page}")
