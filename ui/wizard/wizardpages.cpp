// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/wizardpages.h"

#include "models/definition/pipelinetypes.h"
#include "models/definition/secret/secretnames.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString typeName(const TypeInfo *type, const QString &id)
{
    return type ? QCoreApplication::translate("Form", type->label) : id;
}

} // namespace

QString sourceTypeName(const FormModel &form)
{
    const QString id = form.value(u"streamingSource.type"_s).toString();
    return typeName(findSourceType(id), id);
}

QString targetTypeName(const FormModel &form)
{
    const QString id = form.value(u"streamingTarget.type"_s).toString();
    return typeName(findTargetType(id), id);
}

WizardPages::WizardPages(FormModel *form, QObject *parent)
    : QAbstractListModel(parent)
    , m_form(form)
{
    connect(form, &FormModel::definitionChanged, this, &WizardPages::refresh);
    connect(form, &FormModel::problemsChanged, this, &WizardPages::refresh);
    connect(form, &QAbstractItemModel::dataChanged, this, &WizardPages::refresh);
    connect(form, &QAbstractItemModel::modelReset, this, &WizardPages::refresh);
}

QList<Section> WizardPages::sections(Page page)
{
    switch (page) {
    case Basics: return {Section::Basics};
    case SourceType: return {Section::SourceType};
    case SourceConnection: return {Section::SourceConnection};
    case Tables: return {Section::Tables};
    case TargetConnection: return {Section::TargetType, Section::TargetConnection};
    case TargetSettings: return {Section::TargetSettings};
    case Advanced: return {Section::Advanced};
    case Review:
    case PageCount: break;
    }
    return {};
}

WizardPages::Page WizardPages::pageOf(Section section)
{
    for (int page = 0; page < PageCount; ++page) {
        if (sections(Page(page)).contains(section))
            return Page(page);
    }
    return Review;
}

QString WizardPages::title(Page page)
{
    switch (page) {
    case Basics: return tr("Basics");
    case SourceType: return tr("Source type");
    case SourceConnection: return tr("Source connection");
    case Tables: return tr("Tables");
    case TargetConnection: return tr("Target connection");
    case TargetSettings: return tr("Target settings");
    case Advanced: return tr("Advanced");
    case Review: return tr("Review");
    case PageCount: break;
    }
    return {};
}

QString WizardPages::subtitle(Page page, const QString &runner) const
{
    const QString source = sourceTypeName(*m_form);
    const QString target = targetTypeName(*m_form);
    const QString who = runner.isEmpty() ? tr("the runner") : tr("runner %1").arg(runner);
    switch (page) {
    case Basics:
        return tr("What the pipeline is called, where it lives and which runner does the work. "
                  "Fields with * are required.");
    case SourceType: return tr("The database whose changes are streamed.");
    case SourceConnection:
        if (source.isEmpty())
            return tr("Choose a source type first: its fields appear here.");
        return tr("How %1 reaches your %2 database. Fields with * are required.").arg(who, source);
    case Tables:
        if (source.isEmpty())
            return tr("Choose a source type first.");
        return tr("The tables to replicate, spelled as in the database. At least one is needed.");
    case TargetConnection:
        return tr("Where the changes go and how %1 gets there. Fields with * are required.")
            .arg(who);
    case TargetSettings:
        if (target.isEmpty())
            return tr("Choose a target type first: its settings appear here.");
        return tr("How the changes arrive in %1. Fields with * are required.").arg(target);
    case Advanced: return tr("Properties for the capture engine. Most pipelines need none.");
    case Review: return tr("What will be created, and the exact JSON that is sent.");
    case PageCount: break;
    }
    return {};
}

QString WizardPages::text(const QString &path) const
{
    return m_form->value(path).toString();
}

QString WizardPages::chosen(Page page) const
{
    switch (page) {
    case Basics: return text(u"name"_s);
    case SourceType: return sourceTypeName(*m_form);
    case SourceConnection: return text(u"streamingSource.connection.host"_s);
    case Tables: {
        const auto count = m_form->value(u"streamingSource.tables"_s).toArray().size();
        if (count == 0)
            return {};
        return tr("%n table(s)", nullptr, int(count));
    }
    case TargetConnection: return targetTypeName(*m_form);
    case TargetSettings:
        for (const QString &key : {u"database"_s, u"bucket"_s, u"container"_s}) {
            QString place = text(u"streamingTarget."_s + key);
            if (!place.isEmpty())
                return place;
        }
        return {};
    case Advanced: {
        const auto count = m_form->value(u"advancedProperties"_s).toObject().size();
        if (count == 0)
            return tr("Optional");
        return tr("%n property(ies)", nullptr, int(count));
    }
    case Review: return tr("Check and create");
    case PageCount: break;
    }
    return {};
}

int WizardPages::problems(Page page) const
{
    int count = page == Basics && m_placeWrong ? 1 : 0;
    const QList<Section> parts = sections(page);
    for (const Section section : parts)
        count += m_form->problemCount(section);
    return count;
}

bool WizardPages::passesChecks(Page page) const
{
    const QList<Section> parts = sections(page);
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const auto section = Section(m_form->index(row).data(FormModel::SectionRole).toInt());
        if (parts.contains(section) && !m_form->checkRow(row).isEmpty())
            return false;
    }
    return true;
}

// The fields show these warnings themselves: advice, and what is odd about the name of a secret.
bool WizardPages::isWarning(Page page) const
{
    const QList<Section> parts = sections(page);
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const QModelIndex field = m_form->index(row);
        if (!parts.contains(Section(field.data(FormModel::SectionRole).toInt())))
            continue;
        if (!field.data(FormModel::AdviceRole).toString().isEmpty())
            return true;
        if (field.data(FormModel::KindRole).toInt() != int(FieldKind::Secret))
            continue;
        const QJsonValue value = m_form->value(field.data(FormModel::PathRole).toString());
        if (!SecretNames::warning(SecretReference::read(value.toObject())).isEmpty())
            return true;
    }
    return false;
}

bool WizardPages::waitsForAType(Page page) const
{
    const QList<Section> parts = sections(page);
    for (int row = 0; row < m_form->rowCount(); ++row) {
        if (parts.contains(Section(m_form->index(row).data(FormModel::SectionRole).toInt())))
            return false;
    }
    return page != Review;
}

WizardPages::State WizardPages::state(Page page) const
{
    if (problems(page) > 0)
        return State::Problem;
    if (waitsForAType(page))
        return State::Waiting;
    if (page == Review || !m_left.contains(page) || !passesChecks(page))
        return State::Open;
    return isWarning(page) ? State::Doubt : State::Done;
}

void WizardPages::setPlaceWrong(bool wrong)
{
    m_placeWrong = wrong;
    refresh();
}

void WizardPages::markLeft(Page page)
{
    if (waitsForAType(page))
        return; // nobody saw it
    m_left.insert(page);
    const QList<Section> parts = sections(page);
    for (const Section section : parts)
        m_form->markSectionVisited(section);
    refresh();
}

void WizardPages::refresh()
{
    Q_EMIT dataChanged(index(0), index(PageCount - 1));
}

int WizardPages::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : PageCount;
}

QVariant WizardPages::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto page = Page(index.row());
    switch (role) {
    case Qt::DisplayRole: return title(page);
    case Qt::AccessibleTextRole: {
        const int count = problems(page);
        if (count == 0)
            return state(page) == State::Doubt ? tr("%1, with a warning").arg(title(page))
                                               : title(page);
        return tr("%1, %n problem(s)", nullptr, count).arg(title(page));
    }
    case ChosenRole:
    case Qt::AccessibleDescriptionRole: return chosen(page);
    case StateRole: return QVariant::fromValue(state(page));
    case ProblemsRole: return problems(page);
    default: return {};
    }
}

} // namespace Sluice
