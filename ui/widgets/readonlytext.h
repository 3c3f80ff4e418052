// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace Sluice {

// A text to read and to copy from. Tab goes on to the next widget.
class ReadOnlyText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    ReadOnlyText(const QString &objectName, const QString &accessibleName,
                 QWidget *parent = nullptr);

    // Shows it in the fixed font without wrapping. The keyboard can select in it, too.
    void setCode();
    // Makes it as high as this many lines. More lines scroll.
    void setLines(int lines);
    // Hides it while there is no text.
    void showText(const QString &text);
};

} // namespace Sluice
