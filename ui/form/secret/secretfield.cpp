// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/secretfield.h"

#include "models/definition/secret/secretparts.h"
#include "models/definition/secret/secretreference.h"
#include "ui/form/secret/secretedit.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

SecretField::SecretField(FormModel *model, const Field &field, const ReferenceSources &sources,
                         QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_edit(new SecretEdit(path(), this))
{
    setObjectName(path());
    setFocusProxy(m_edit);
    setMaximumWidth(m_edit->maximumWidth());
    m_edit->setLabel(label());
    m_edit->setSources(sources, path().section(u'.', -1));
    m_edit->setClearable(!field.required);
    m_edit->setFoldable();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_edit);
    connect(m_edit, &SecretEdit::edited, this, &SecretField::push);
    connect(m_edit, &SecretEdit::widthChanged, this,
            [this] { setMaximumWidth(m_edit->maximumWidth()); });
    m_edit->setLikelyProvider([this] { return providerBeside(); });
    connect(model, &FormModel::definitionChanged, m_edit, &SecretEdit::refreshProvider);
}

// That of the reference before this one, else of the first one after it.
QString SecretField::providerBeside() const
{
    QString provider;
    for (int row = 0; row < form()->rowCount(); ++row) {
        const QModelIndex other = form()->index(row);
        if (other.data(FormModel::KindRole).toInt() != int(FieldKind::Secret))
            continue;
        if (other == index()) {
            if (!provider.isEmpty())
                break;
            continue;
        }
        const QJsonValue value = form()->value(other.data(FormModel::PathRole).toString());
        const QString its = SecretReference::read(value.toObject()).provider;
        if (its.isEmpty())
            continue;
        provider = its;
        if (other.row() > index().row())
            break;
    }
    return provider;
}

void SecretField::push()
{
    const QJsonObject &reference = m_edit->value();
    setValue(reference.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(reference));
}

void SecretField::sync()
{
    m_edit->setValue(value().toObject());
}

QWidget *SecretField::entry() const
{
    return m_edit;
}

QString SecretField::valueHelp() const
{
    // The first secret of most pipelines has no help of its own, so this is said there once.
    return field().help
               ? QString()
               : tr("Sluice stores only this reference. It never reads the value in your vault.");
}

void SecretField::showError(const QString &error)
{
    m_edit->showProblem(error);
    QHash<QString, QStringList> own;
    const QList<Violation> below = form()->serverErrors(index());
    for (const Violation &violation : below)
        own[violation.field].append(violation.message);
    m_edit->showProblem(SecretEdit::Location, own.value(SecretPartKey::location).join(u' '));
    m_edit->showProblem(SecretEdit::Name, own.value(SecretPartKey::name).join(u' '));
    m_edit->showProblem(SecretEdit::Key, own.value(SecretPartKey::key).join(u' '));
}

} // namespace Sluice
