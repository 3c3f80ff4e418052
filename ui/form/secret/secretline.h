// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencesuggestions.h"

#include <QWidget>

class QToolButton;

namespace Sluice {

class LinkButton;
class SecretChips;

// What a SecretEdit shows of its reference in one line: the parts, how many use it, and, while the
// parts cannot be edited, a menu.
class SecretLine final : public QWidget
{
    Q_OBJECT

public:
    // The parts' object names begin with name.
    SecretLine(const QString &name, QWidget *parent);

    void setSources(const ReferenceSources &sources);
    // text: what is said while the reference is empty.
    void setReference(const SecretReference &reference, const QString &text);
    void setLabel(const QString &label);
    // Folded: the parts are not shown, a click on the line asks for them.
    void setFolded(bool folded);

    // What takes the focus while it is folded.
    QWidget *entry() const;

Q_SIGNALS:
    void openRequested();
    void menuRequested(QWidget *below);

private:
    void countUsers();
    void showUsers();

    ReferenceSources m_sources;
    SecretReference m_reference;
    QString m_label;
    SecretChips *m_chips;
    LinkButton *m_users;
    QToolButton *m_more;
};

} // namespace Sluice
