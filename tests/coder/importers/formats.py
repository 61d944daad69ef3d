"""Files in the other formats, made for tests with known text: OpenDocument, e-books, Rich Text, mail, Telegram."""

from __future__ import annotations

import json
import quopri
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from typing import Any
from xml.sax.saxutils import escape

from tests.coder.importers.making import docx, package, para, run

LINES = (
    "The committee's report was read — twice — in the house.",
    "Ёжик в тумане: «Общественно-политические» события, № 5.",
    "Ärger über Größe, Straße und Maß; „so“ heißt es.",
    "تقرير اللجنة قُرئ مرتين في المجلس، أليس كذلك؟",
    "委员会的报告在会议上宣读了两次。",
    "Emoji: 😀 👩🏽‍💻 🇩🇪 and text behind.",
)

_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta",
        "fo": "xsl-fo-compatible",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def odt(body: str, *, automatic: str = "", meta: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument text; automatic: its own style elements."""
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_ODF}><office:styles/></office:document-styles>",
            "meta.xml": f"<office:document-meta {_ODF}><office:meta>{meta}</office:meta></office:document-meta>",
        }
        | dict(parts or {})
    )


def odt_style(name: str, family: str = "text", parent: str = "", **text: str) -> str:
    properties = " ".join(f'{key.replace("_", ":", 1).replace("_", "-")}="{value}"' for key, value in text.items())
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{based}><style:text-properties {properties}/>'
        "</style:style>"
    )


def epub(
    chapters: Mapping[str, str], *, spine: Sequence[str] = (), meta: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """A book; chapters: bodies by name, in the order of the spine, which is theirs if none is given."""
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in chapters
    )
    refs = "".join(f'<itemref idref="{name}"/>' for name in spine or chapters)
    pages = {
        f"OEBPS/{name}.xhtml": '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title/></head><body>{body}</body></html>"
        for name, body in chapters.items()
    }
    return package(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata>{meta}</metadata><manifest>{items}</manifest><spine>{refs}</spine></package>",
        }
        | pages
        | dict(parts or {})
    )


def rtf(body: str, *, head: str = "") -> bytes:
    """A Rich Text file as Word writes it; body: control words and ASCII."""
    fonts = r"{\fonttbl{\f0\froman\fcharset204 Times New Roman;}{\f1\fcharset0 Arial;}{\f2\fcharset128 MS Mincho;}}"
    return rf"{{\rtf1\ansi\ansicpg1251\deff0{fonts}{head}{body}}}".encode("latin-1")


def rtf_words(text: str) -> str:
    """Text as units of UTF-16, each with a stand-in."""
    units = text.encode("utf-16-le")
    return "".join(
        f"\\u{int.from_bytes(units[n : n + 2], 'little', signed=True)}?" for n in range(0, len(units), 2)
    )


def letter(subject: str, text: str, *, charset: str = "utf-8", page: str = "", attached: str = "") -> bytes:
    """A letter as mail programs send it."""
    made = EmailMessage()
    made["From"] = "Анна Ильина <anna@example.org>"
    made["To"] = "Jörg <joerg@example.org>, team@example.org"
    made["Subject"] = subject
    made["Date"] = "Mon, 03 Feb 2020 22:11:12 +0300"
    made["Message-ID"] = "<1@example.org>"
    made.set_content(text, charset=charset)
    if page:
        made.add_alternative(page, subtype="html")
    if attached:
        made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename=attached)
    return made.as_bytes()


def web_archive(page: str) -> bytes:
    """A page as Chrome saves it in one file."""
    coded = quopri.encodestring(page.encode()).replace(b"\n", b"\r\n")
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: Saved\r\n"
        b"Date: Mon, 03 Feb 2020 22:11:12 +0300\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=B"\r\n\r\n'
    )
    picture = b"----=B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"
    text = b"----=B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    return head + picture + text + coded + b"\r\n----=B--\r\n"


def telegram(messages: Sequence[Mapping[str, Any]], name: str = "Канал", kind: str = "public_channel") -> bytes:
    whole = {"name": name, "type": kind, "id": 12345, "messages": list(messages)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def post(number: int, text: Any, **more: Any) -> dict[str, Any]:
    return {"id": number, "type": "message", "date": "2020-02-03T22:11:12", "from": "Канал", "text": text} | more


def telegram_page(messages: str, name: str = "Канал") -> bytes:
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>'
        f'<div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">\n{name}\n</div>'
        f'</div></div><div class="page_body chat_page"><div class="history">{messages}</div></div></div></body></html>'
    ).encode()


def post_page(number: int, body: str, kind: str = "default clearfix") -> str:
    return (
        f'<div class="message {kind}" id="message{number}"><div class="body"><div class="pull_right date details"'
        f' title="03.02.2020 22:11:12 UTC+03:00">\n22:11\n</div>{body}</div></div>'
    )


def everything(lines: Sequence[str] = LINES) -> dict[str, bytes]:
    """The same lines in each format, one a paragraph; by file name."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{paragraphs}</body></html>"
    cues = "\n\n".join(
        f"00:{n // 60:02}:{n % 60:02}.000 --> 00:{n // 60:02}:{n % 60:02}.900\n{escape(line)}"
        for n, line in enumerate(lines)
    )
    return {
        "a.txt": "\n".join(lines).encode(),
        "a.md": "\n\n".join(lines).encode(),
        "a.docx": docx("".join(para(run(line)) for line in lines)),
        "a.odt": odt("".join(f"<text:p>{escape(line)}</text:p>" for line in lines)),
        "a.rtf": rtf("".join(rtf_words(line) + r"\par " for line in lines)),
        "a.epub": epub({f"c{n}": f"<p>{escape(line)}</p>" for n, line in enumerate(lines)}),
        "a.html": page.encode(),
        "a.mhtml": web_archive(page),
        "a.vtt": f"WEBVTT\n\n{cues}\n".encode(),
        "a.srt": cues.encode(),
        "a.eml": letter("", "\n".join(lines)),
        "a.mbox": b"From a@b Mon Feb  3 10:11:12 2020\n" + letter("", "\n".join(lines)),
        "result.json": telegram([post(1, "\n".join(lines))]),
        "messages.html": telegram_page(post_page(1, f'<div class="text">{"<br>".join(map(escape, lines))}</div>')),
    }
