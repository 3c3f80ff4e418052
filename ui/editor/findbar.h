// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/searchbar.h"

class QLineEdit;
class QPlainTextEdit;

namespace Sluice {

class TextLabel;

// Finds words in a text. Enter goes on, Shift+Enter goes back, Esc closes the bar.
class FindBar final : public SearchBar
{
    Q_OBJECT

public:
    FindBar(QPlainTextEdit *text, QWidget *area);

    void open() override; // with what is selected in the text
    void close() override;
    void findNext(bool backwards) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(bool backwards, bool fromHere);

    QPlainTextEdit *m_text;
    QLineEdit *m_words;
    TextLabel *m_note;
};

} // namespace Sluice
