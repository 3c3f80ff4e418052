// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace Sluice {

class LinkButton;

// A small line of text below a field, with an icon in the colour of its family: why the field is
// wrong, or what to look at. It hides while it has no text. It breaks long words, so no text makes
// it wider than its place.
class NoteLine final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteLine(Family family, QWidget *parent = nullptr);

    void setText(const QString &text);

    QString text() const { return m_text; }

    void setFamily(Family family);

    // A link below the text that does something about it; empty: none. Its object name is
    // "noteAction". behind: the widget from which Tab comes to it; none: in the order of making.
    void setAction(const QString &text, QWidget *behind = nullptr);
    // The link stands at the end of the line, not below the text: for notes in a list.
    void setActionAtEnd();

Q_SIGNALS:
    void actionTriggered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    void recolor();

    Family m_family;
    QString m_text; // as it was given
    QLabel *m_label;
    int m_textHeight = 0;
    QBoxLayout *m_layout;
    LinkButton *m_action = nullptr;
};

} // namespace Sluice
