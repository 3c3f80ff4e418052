// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

#include <optional>

namespace Sluice {

// A plain text label in one of the type scale's fonts and inks. Its ink follows the theme. It never
// reads a text as HTML. No text widens a window: a long line may be cut with "…" and has a tool tip
// with all of it, and a long word breaks.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Role { Body, Small, Section, Title, Welcome, Fixed };
    enum class Ink { Text, Secondary, Warning, Problem };

    explicit TextLabel(const QString &text, Role role = Role::Body, Ink ink = Ink::Text,
                       QWidget *parent = nullptr);

    void setInk(Ink ink);
    // Makes it a label of one line that gives way to what stands beside it, down to a few letters.
    void setElideMode(Qt::TextElideMode mode);
    void setText(const QString &text);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString shortened() const;
    bool isCut() const;
    void applyFont();
    void applyInk();

    Role m_role;
    Ink m_ink;
    std::optional<Qt::TextElideMode> m_elideMode; // of a label of one line
    bool m_applying = false;
};

} // namespace Sluice
