// SPDX-License-Identifier: Apache-2.0
#include "models/form/sectionsmodel.h"

#include "models/definition/sections.h"
#include "models/form/formmodel.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr std::array shown{Section::Basics,           Section::SourceConnection, Section::Tables,
                           Section::TargetConnection, Section::TargetSettings,   Section::Advanced};

Section sectionOf(const FormModel &form, int row)
{
    return Section(form.index(row).data(FormModel::SectionRole).toInt());
}

QString typeName(const FormModel &form, Side side)
{
    const TypeInfo *type = typeOf(side, form.definition());
    return type ? QCoreApplication::translate("Form", type->label)
                : typeIdOf(side, form.definition());
}

} // namespace

SectionsModel::SectionsModel(const FormModel *form, QObject *parent)
    : QAbstractListModel(parent)
    , m_form(form)
    , m_states(read())
{
    connect(form, &FormModel::definitionChanged, this, &SectionsModel::refresh);
    connect(form, &FormModel::problemsChanged, this, &SectionsModel::refresh);
    connect(form, &FormModel::dataChanged, this, &SectionsModel::refresh);
    connect(form, &FormModel::modelReset, this, &SectionsModel::refresh);
}

int SectionsModel::rowOf(Section section)
{
    if (section == Section::SourceType)
        section = Section::SourceConnection;
    if (section == Section::TargetType)
        section = Section::TargetConnection;
    return int(std::find(shown.begin(), shown.end(), section) - shown.begin());
}

QList<SectionsModel::SectionState> SectionsModel::read() const
{
    QList<SectionState> states(qsizetype(shown.size()));
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const QModelIndex field = m_form->index(row);
        SectionState &section = states[rowOf(sectionOf(*m_form, row))];
        if (!field.data(FormModel::ErrorRole).toString().isEmpty())
            ++section.problems;
        section.isChanged = section.isChanged || field.data(FormModel::ChangedRole).toBool();
    }
    states[rowOf(Section::Tables)].tables =
        int(m_form->value(u"streamingSource.tables"_s).toArray().size());
    return states;
}

void SectionsModel::refresh()
{
    const QList<SectionState> former = std::exchange(m_states, read());
    for (int row = 0; row < rowCount(); ++row) {
        if (former.at(row) != m_states.at(row))
            Q_EMIT dataChanged(index(row), index(row));
    }
}

int SectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(shown.size());
}

QVariant SectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Section section = shown.at(std::size_t(index.row()));
    const SectionState &state = m_states.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return sectionTitle(section);
    case SectionRole: return int(section);
    case ProblemsRole: return state.problems;
    case ChangedRole: return state.isChanged;
    case CountRole: return section == Section::Tables ? QVariant(state.tables) : QVariant();
    case DetailRole:
        if (section == Section::SourceConnection)
            return typeName(*m_form, Side::Source);
        return section == Section::TargetConnection ? typeName(*m_form, Side::Target) : QString();
    default: return {};
    }
}

} // namespace Sluice
