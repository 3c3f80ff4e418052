// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace Sluice {

// A text to read and to copy from. Tab goes on from it.
class ReadOnlyText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    ReadOnlyText(const QString &objectName, const QString &accessibleName,
                 QWidget *parent = nullptr);

    // In the fixed font, its lines as they are; to be selected with the keyboard, too.
    void setCode();
    // As high as so many lines; more of them scroll.
    void setLines(int lines);
    // Hides it while there is no text.
    void showText(const QString &text);
};

} // namespace Sluice
