// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fields/fieldeditor.h"

#include <QList>

#include <span>

namespace Sluice {

class TypeCard;

// The source or target types as cards, of which one is chosen. The arrow keys go from card to card.
class TypeCards final : public FieldEditor
{
    Q_OBJECT

public:
    TypeCards(FormModel *model, const Field &field, QWidget *parent);

    void sync() override;
    QWidget *entry() const override;
    QString valueHelp() const override;
    void showError(const QString &error) override;

private:
    QList<TypeCard *> m_cards;
};

} // namespace Sluice
