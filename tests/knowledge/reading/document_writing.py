"""Small documents, written as their formats have it, for tests to read."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

Placed = tuple[float, float, str]
"""A line of text, and where it begins: to the right and upwards, in points."""

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS = "http://purl.org/dc/elements/1.1/"


def pdf(
    pages: Sequence[Sequence[Placed]], *, info: str = "", trailer: str = "", filtered: bytes | None = None
) -> bytes:
    """A PDF of one line after the other; `filtered` is the content of each page as it stands, deflated."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = filtered or zlib.compress(b"".join(map(_shown, page)))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(
            f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode() + content + b"\nendstream"
        )
    objects.append(f"<< {info} >>".encode("cp1252"))
    return _file(objects, trailer)


def _shown(line: Placed) -> bytes:
    right, up, text = line
    literal = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 10 Tf 1 0 0 1 {right} {up} Tm ({literal}) Tj ET\n".encode("cp1252")


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + content + b"\nendobj\n")
    table = out.tell()
    out.write(f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010} 00000 n \n".encode() for place in places)
    size = len(places) + 1
    out.write(f"trailer\n<< /Size {size} /Root 1 0 R /Info {len(places)} 0 R {trailer} >>\n".encode())
    out.write(f"startxref\n{table}\n%%EOF\n".encode())
    return out.getvalue()


def column(text: str, right: float = 50, top: float = 700) -> list[Placed]:
    """Lines one below the other, a wider space where `text` has a blank line."""
    return [(right, top - 12 * number, line) for number, line in enumerate(text.splitlines()) if line]


def paragraph(text: str) -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def docx(
    body: str, *, title: str = "", author: str = "", before: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """A Word document with `body` as its XML."""
    core = (
        f'<c:coreProperties xmlns:c="{_CORE}" xmlns:dc="{_TERMS}"><dc:title>{escape(title)}</dc:title>'
        f"<dc:creator>{escape(author)}</dc:creator></c:coreProperties>"
    )
    document = f'{before}<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {"[Content_Types].xml": "<Types/>", "docProps/core.xml": core, "word/document.xml": document}
        | dict(parts or {})
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of files by name."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
