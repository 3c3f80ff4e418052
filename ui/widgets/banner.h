// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAnyStringView>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace Sluice {

// One line across a page: icon, what is the case (bold), what follows from it, at most two small
// buttons. Told to screen readers when it appears.
class Banner : public QWidget
{
    Q_OBJECT

public:
    // Problem: refused. Warning: look first. Information: know.
    enum class Kind { Problem, Warning, Information };
    Q_ENUM(Kind)

    explicit Banner(Kind kind, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }

    // Also sets the kind's own icon; setIconName() after it for another.
    void setKind(Kind kind);
    void setIconName(QAnyStringView name);
    // Both plain text.
    void setText(const QString &fact, const QString &consequence = {});

    // A small button at the right; the banner owns it.
    QPushButton *addButton(const QString &text, QAnyStringView iconName = {});
    void clearButtons();
    void setClosable(bool closable);

Q_SIGNALS:
    // The user closed it; it has hidden itself.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void announce();

    Kind m_kind = Kind::Information;
    QString m_iconName;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
};

} // namespace Sluice
