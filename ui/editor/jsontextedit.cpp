// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/jsontextedit.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/jsonhighlighter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int indent = 2;

class LineNumbers final : public QWidget
{
public:
    explicit LineNumbers(JsonTextEdit *edit)
        : QWidget(edit)
        , m_edit(edit)
    {}

    QSize sizeHint() const override { return {m_edit->numbersWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintNumbers(event); }

private:
    JsonTextEdit *m_edit;
};

} // namespace

JsonTextEdit::JsonTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new LineNumbers(this))
{
    setFont(fixedFont());
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    new JsonHighlighter(document());
    connect(this, &QPlainTextEdit::blockCountChanged, this, &JsonTextEdit::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_numbers, qOverload<>(&QWidget::update));
    placeNumbers();
}

int JsonTextEdit::numbersWidth() const
{
    const qsizetype digits = qMax(qsizetype(3), QString::number(blockCount()).size());
    return fontMetrics().horizontalAdvance(u'9') * int(digits) + 2 * Size::Gap;
}

void JsonTextEdit::placeNumbers()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), area.top(), numbersWidth(), area.height());
}

void JsonTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void JsonTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeNumbers();
    if (event->type() == QEvent::PaletteChange) {
        if (auto *highlighter = document()->findChild<JsonHighlighter *>())
            highlighter->rehighlight();
        markFault();
    }
}

void JsonTextEdit::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(font());
    const Tokens &tokens = tokensFor(palette());
    const int current = textCursor().blockNumber();
    const qreal right = m_numbers->width() - Size::Gap;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom())
            break;
        const int line = block.blockNumber();
        painter.setPen(line + 1 == m_faultLine ? tokens.problem
                       : line == current       ? palette().color(QPalette::Text)
                                               : tokens.textSecondary);
        painter.drawText(QRectF(0, place.top(), right, fontMetrics().height()), Qt::AlignRight,
                         QString::number(line + 1));
    }
}

void JsonTextEdit::setFault(int line, int column)
{
    m_faultLine = line;
    m_faultColumn = column;
    markFault();
    m_numbers->update();
}

void JsonTextEdit::markFault()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (const QTextBlock block = document()->findBlockByNumber(m_faultLine - 1); block.isValid()) {
        const Tokens &tokens = tokensFor(palette());
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(block);
        line.format.setBackground(familyColors(Family::Problem, palette()).bg);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        QTextEdit::ExtraSelection place;
        place.cursor = QTextCursor(block);
        const int column = qBound(0, m_faultColumn - 1, qMax(0, block.length() - 2));
        place.cursor.setPosition(block.position() + column);
        place.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        place.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        place.format.setUnderlineColor(tokens.problem);
        marks = {line, place};
    }
    setExtraSelections(marks);
}

void JsonTextEdit::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + qBound(0, column - 1, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
}

void JsonTextEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        indentNewLine();
    else
        QPlainTextEdit::keyPressEvent(event);
}

// A new line is indented like the line before, and one step more after a bracket.
void JsonTextEdit::indentNewLine()
{
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    qsizetype depth = 0;
    while (depth < before.size() && before.at(depth) == u' ')
        ++depth;
    const QString text = before.trimmed();
    if (text.endsWith(u'{') || text.endsWith(u'['))
        depth += indent;
    cursor.insertText(u'\n' + QString(depth, u' '));
    ensureCursorVisible();
}

} // namespace Sluice
