// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Sluice {

class LinkButton;

// A small line of text with an icon in the colour of its family, below a field: why it is wrong, or
// what to look at. Hidden while it has no text. No text makes it wider than its place: long words
// are broken.
class NoteLine final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteLine(Family family, QWidget *parent = nullptr);

    void setText(const QString &text);

    QString text() const { return m_text; }

    void setFamily(Family family);

    // A link below the text, with what can be done about it; empty: none. It has the object name
    // "noteAction". behind: where Tab comes to it from; none: as it is made.
    void setAction(const QString &text, QWidget *behind = nullptr);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolor();

    Family m_family;
    QString m_text; // as it was given
    QLabel *m_label;
    QVBoxLayout *m_layout;
    LinkButton *m_action = nullptr;
};

} // namespace Sluice
