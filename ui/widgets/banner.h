// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAnyStringView>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace Sluice {

// One line across a page: an icon, the fact (bold), what follows from it, and at most two small
// buttons. Screen readers say it when it appears, and when it says something else.
class Banner : public QWidget
{
    Q_OBJECT

public:
    // Problem: something was refused. Warning: look first. Information: good to know.
    enum class Kind { Problem, Warning, Information };
    Q_ENUM(Kind)

    explicit Banner(Kind kind, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }

    // Also sets the icon of that kind. To have another, call setIconName() afterwards.
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

private:
    void announce();

    Kind m_kind = Kind::Information;
    QString m_iconName;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
};

} // namespace Sluice
