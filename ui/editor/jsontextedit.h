// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace Sluice {

// Plain text with line numbers, in the fixed font. Can mark one place as wrong.
class JsonTextEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit JsonTextEdit(QWidget *parent = nullptr);

    // Marks a place, counted from 1. Line 0 removes the mark.
    void setFault(int line, int column);
    void goTo(int line, int column);

    // The width of the margin at the left with the line numbers.
    int numbersWidth() const;
    void paintNumbers(QPaintEvent *event);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void placeNumbers();
    void markFault();
    void indentNewLine();

    QWidget *m_numbers;
    int m_faultLine = 0;
    int m_faultColumn = 0;
};

} // namespace Sluice
