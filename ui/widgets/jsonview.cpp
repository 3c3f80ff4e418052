// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/jsonview.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/jsonhighlighter.h"
#include "ui/widgets/readonlytext.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Sluice {

JsonView::JsonView(QWidget *parent)
    : QWidget(parent)
    , m_text(new ReadOnlyText(QStringLiteral("jsonText"), tr("JSON"), this))
    , m_copy(new QPushButton(icon("copy"), tr("Copy"), this))
{
    m_text->setCode();
    new JsonHighlighter(m_text->document());
    m_copy->setObjectName(QStringLiteral("copyJson"));
    m_copy->setProperty("small", true);
    m_copy->setAutoDefault(false);
    m_copy->setToolTip(tr("Copy the JSON"));
    m_copy->hide(); // there is nothing yet
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { copyToClipboard(m_text->toPlainText()); });
}

void JsonView::setJson(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json).trimmed();
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
    m_copy->setVisible(!text.isEmpty());
}

QByteArray JsonView::json() const
{
    return m_text->toPlainText().toUtf8();
}

void JsonView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeCopyButton();
}

void JsonView::placeCopyButton()
{
    // In the text's corner, left of the scroll bar, whether that is shown or not.
    const int bar = m_text->verticalScrollBar()->sizeHint().width();
    const QSize size = m_copy->sizeHint();
    m_copy->setGeometry(width() - size.width() - bar - Size::Gap, Size::Gap, size.width(),
                        size.height());
    m_copy->raise();
}

void JsonView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        if (auto *highlighter = m_text->document()->findChild<JsonHighlighter *>())
            highlighter->rehighlight();
    }
    QWidget::changeEvent(event);
}

} // namespace Sluice
