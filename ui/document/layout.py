"""Room between lines and paragraphs, each flush in its direction: what Qt's layout of plain text lacks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout


class ReadingLayout(QPlainTextDocumentLayout):
    """Qt's layout of plain text, with its lines moved apart.

    QPlainTextEdit ignores line heights and margins of paragraphs. All its code asks this function before it looks at
    the lines of a paragraph, so here each paragraph that was newly laid out gets its air: half of it above each line,
    half below. A paragraph is known to have it by its first line not being at 0.
    """

    def __init__(self, document: QTextDocument, air: float = 0.0, gap: float = 0.0) -> None:
        """air: room per line, gap: room after a paragraph with something on it; both in pixels."""
        super().__init__(document)
        self.air = air
        self.gap = gap

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        if not block.isValid() or rect.isEmpty():
            return rect
        layout = block.layout()
        above = self.air / 2
        if above and layout.lineCount() and layout.lineAt(0).y() == 0.0:
            # Qt sets a plain text's paragraphs flush left, also those that read from right to left.
            rtl = block.textDirection() == Qt.LayoutDirection.RightToLeft
            for n in range(layout.lineCount()):
                line = layout.lineAt(n)
                aside = max(0.0, line.width() - line.naturalTextWidth()) if rtl else 0.0
                line.setPosition(QPointF(line.x() + aside, line.y() + above + n * self.air))
            rect = super().blockBoundingRect(block)
        return rect.adjusted(0, 0, 0, above + (self.gap if block.length() > 1 else 0.0))
