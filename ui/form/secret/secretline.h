// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencesuggestions.h"

#include <QWidget>

class QToolButton;

namespace Sluice {

class LinkButton;
class SecretChips;

// A SecretEdit's reference in one line: the parts, how many use it, and a menu while the parts
// cannot be edited.
class SecretLine final : public QWidget
{
    Q_OBJECT

public:
    // The parts' object names begin with name.
    SecretLine(const QString &name, QWidget *parent);

    void setSources(const ReferenceSources &sources);
    // text: shown while the reference is empty.
    void setReference(const SecretReference &reference, const QString &text);
    void setLabel(const QString &label);
    // Folded: the parts are hidden, and a click on the line asks for them.
    void setFolded(bool folded);

    // The widget that takes the focus while it is folded.
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
