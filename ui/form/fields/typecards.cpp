// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/typecards.h"

#include "models/definition/pipelinetypes.h"
#include "ui/form/fields/typecard.h"
#include "ui/theme/fonts.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

TypeCards::TypeCards(FormModel *model, const Field &field, QWidget *parent)
    : FieldEditor(model, field, parent)
{
    setObjectName(path());
    setAccessibleName(label());
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(Size::Gap);
    grid->setColumnStretch(2, 1);
    const auto types = path().startsWith("streamingSource"_L1) ? sourceTypes() : targetTypes();
    for (const TypeInfo &type : types) {
        auto *card = new TypeCard(type, this);
        card->setObjectName(path() + u'.' + card->id());
        const int place = int(m_cards.size());
        grid->addWidget(card, place / 2, place % 2);
        m_cards.append(card);
        connect(card, &TypeCard::toggled, this, [this, card](bool on) {
            if (on)
                setValue(card->id());
        });
    }
    setFocusProxy(m_cards.first());
}

void TypeCards::sync()
{
    const QString type = value().toString();
    for (TypeCard *card : std::as_const(m_cards)) {
        const bool chosen = type.compare(card->id(), Qt::CaseInsensitive) == 0;
        if (chosen && !card->isChecked())
            card->setChecked(true);
        if (chosen)
            setFocusProxy(card);
    }
}

QWidget *TypeCards::entry() const
{
    return focusProxy();
}

QString TypeCards::valueHelp() const
{
    const QString type = value().toString();
    for (const TypeCard *card : m_cards) {
        if (type.compare(card->id(), Qt::CaseInsensitive) == 0)
            return {};
    }
    return type.isEmpty()
               ? QString()
               : tr("Sluice does not know the type “%1”. It is kept as it is.").arg(type);
}

void TypeCards::showError(const QString &error)
{
    setAccessibleDescription(error);
    for (TypeCard *card : std::as_const(m_cards))
        card->setWrong(!error.isEmpty());
}

} // namespace Sluice
