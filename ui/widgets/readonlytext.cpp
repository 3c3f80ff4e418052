// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/readonlytext.h"

#include "ui/theme/fonts.h"

namespace Sluice {

ReadOnlyText::ReadOnlyText(const QString &objectName, const QString &accessibleName,
                           QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setTabChangesFocus(true);
}

void ReadOnlyText::setCode()
{
    setFont(fixedFont());
    setLineWrapMode(NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void ReadOnlyText::setLines(int lines)
{
    setFixedHeight(fontMetrics().lineSpacing() * lines + 2 * Size::Gap);
}

void ReadOnlyText::showText(const QString &text)
{
    setPlainText(text);
    setVisible(!text.isEmpty());
}

} // namespace Sluice
