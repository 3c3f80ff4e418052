// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace Sluice {

class TextLabel;

// Finds words in a text: Enter goes on, Shift+Enter back, Esc closes.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QPlainTextEdit *text, QWidget *parent = nullptr);

    // Shows the bar with what is selected in the text.
    void open();
    // Hides; the text gets the focus.
    void close();
    void findNext(bool backwards = false);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(bool backwards, bool fromHere);

    QPlainTextEdit *m_text;
    QLineEdit *m_words;
    TextLabel *m_note;
};

} // namespace Sluice
