// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace Sluice {

class Chip;

// The active filters, a chip for each that removes it. They go on in a further line where there is
// no room. After a chip went, the next one has its focus.
class FilterChips final : public QWidget
{
    Q_OBJECT

public:
    struct Entry {
        QString id;   // tells it from the others
        QString text; // translated
        QString name; // the chip's object name
    };

    explicit FilterChips(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);

Q_SIGNALS:
    void removeRequested(const QString &id);
    // The last chip went and had the focus.
    void focusLeft();

private:
    struct Shown {
        Entry entry;
        Chip *chip = nullptr;
    };

    Chip *makeChip(const Entry &entry);

    QList<Shown> m_shown;
};

} // namespace Sluice
