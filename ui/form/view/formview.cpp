// SPDX-License-Identifier: Apache-2.0
#include "ui/form/view/formview.h"

#include "models/definition/definitionpath.h"
#include "ui/form/fields/groupframe.h"
#include "ui/form/view/fieldeditors.h"
#include "ui/form/view/formrow.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/presswatch.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Sluice {

namespace {

// A popup is a window of its own, but its parent is the field: it counts as part of the field.
bool isWithin(const QWidget *widget, const QWidget *ancestor)
{
    while (widget && widget != ancestor)
        widget = widget->parentWidget();
    return widget != nullptr;
}

const Field &fieldOf(const QModelIndex &index)
{
    return *index.data(FormModel::FieldRole).value<const Field *>();
}

Section sectionOf(const QModelIndex &index)
{
    return Section(index.data(FormModel::SectionRole).toInt());
}

} // namespace

FormView::FormView(FormModel *model, Section section, const FieldContext &context, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_section(section)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(Size::Gap);
    connect(model, &QAbstractItemModel::rowsInserted, this, &FormView::rebuild);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &FormView::rebuild);
    connect(model, &QAbstractItemModel::modelReset, this, &FormView::rebuild);
    connect(model, &QAbstractItemModel::dataChanged, this, &FormView::syncRows);
    connect(qApp, &QApplication::focusChanged, this, &FormView::focusMoved);
    connect(PressWatch::instance(), &PressWatch::released, this, &FormView::markLeft);
    rebuild();
}

FormView::~FormView()
{
    // A field that is deleted while it has the focus moves the focus, but nobody has left that
    // field.
    disconnect(qApp, nullptr, this, nullptr);
}

void FormView::rebuild()
{
    QHash<QString, FormRow *> former;
    for (FormRow *row : std::as_const(m_rows))
        former.insert(row->editor()->path(), row);
    const QList<GroupFrame *> formerGroups = std::exchange(m_groups, {});
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    m_rows.clear();

    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (sectionOf(index) == m_section)
            addRow(fieldOf(index), &former);
    }
    // Not at once: the signal that brought us here may come from one of them.
    const auto remove = [](QWidget *gone) {
        gone->hide();
        gone->setParent(nullptr);
        gone->deleteLater();
    };
    for (FormRow *row : std::as_const(former))
        remove(row);
    for (GroupFrame *group : formerGroups)
        remove(group);
    Q_EMIT rebuilt();
}

void FormView::addRow(const Field &field, QHash<QString, FormRow *> *former)
{
    const QString path = QString::fromLatin1(field.path);
    if (field.kind == FieldKind::Group) {
        auto *group = new GroupFrame(m_model, path, this);
        m_layout->addWidget(group);
        m_groups.append(group);
        connect(group, &GroupFrame::revertRequested, this, &FormView::revertRequested);
        group->setShowChanges(m_showChanges);
        group->sync();
        group->show();
        return;
    }
    GroupFrame *group = groupOf(path);
    QWidget *parent = group ? static_cast<QWidget *>(group) : this;
    FormRow *row = former->take(path);
    if (row && &row->editor()->field() != &field) {
        former->insert(path, row);
        row = nullptr;
    }
    if (row) {
        row->setParent(parent);
    } else {
        const int label = Size::FormLabel - (group ? GroupFrame::inset() : 0);
        row = new FormRow(m_model, makeFieldEditor(m_model, field, m_context, nullptr),
                          m_labelsShown ? label : 0, parent);
        connect(row, &FormRow::revertRequested, this, &FormView::revertRequested);
    }
    (group ? group->rows() : m_layout)->addWidget(row);
    m_rows.append(row);
    row->setShowChanges(m_showChanges);
    row->sync();
    row->show();
}

GroupFrame *FormView::groupOf(const QString &path) const
{
    const DefinitionPath place = DefinitionPath::fromText(path);
    for (GroupFrame *group : m_groups) {
        if (place.isAtOrBelow(DefinitionPath::fromText(group->path())))
            return group;
    }
    return nullptr;
}

void FormView::syncRows(const QModelIndex &first, const QModelIndex &last)
{
    Q_EMIT aboutToSync();
    for (int row = first.row(); row <= last.row(); ++row) {
        const QString path = m_model->index(row).data(FormModel::PathRole).toString();
        for (FormRow *form : std::as_const(m_rows)) {
            if (form->editor()->path() == path)
                form->sync();
        }
        for (GroupFrame *group : std::as_const(m_groups)) {
            if (group->path() == path)
                group->sync();
        }
    }
    Q_EMIT synced();
}

void FormView::focusMoved(QWidget *from, QWidget *to)
{
    // No widget gets the focus: the whole window lost it, and nobody has left the field.
    if (!from || !to)
        return;
    for (const FormRow *row : std::as_const(m_rows)) {
        if (!isWithin(from, row) || isWithin(to, row))
            continue;
        m_left.append(row->editor()->path());
        // The words of its check must not move the widget that the mouse is pressed on.
        if (!PressWatch::instance()->isDown())
            markLeft();
        return;
    }
}

void FormView::markLeft()
{
    const QStringList left = std::exchange(m_left, {});
    for (const QString &path : left) {
        const QModelIndex index = m_model->indexOf(path);
        if (index.isValid())
            m_model->markVisited(index);
    }
}

void FormView::setShowChanges(bool show)
{
    m_showChanges = show;
    for (FormRow *row : std::as_const(m_rows))
        row->setShowChanges(show);
    for (GroupFrame *group : std::as_const(m_groups))
        group->setShowChanges(show);
}

void FormView::setLabelsShown(bool shown)
{
    if (m_labelsShown == shown)
        return;
    m_labelsShown = shown;
    qDeleteAll(std::exchange(m_rows, {}));
    rebuild();
}

bool FormView::focusField(const QString &path)
{
    const DefinitionPath place = DefinitionPath::fromText(path);
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&place](const FormRow *row) {
        return row->editor()->field().definitionPath().isAtOrBelow(place);
    });
    if (found == m_rows.cend())
        return false;
    (*found)->editor()->entry()->setFocus(Qt::OtherFocusReason);
    return true;
}

QWidget *FormView::fieldWidget(const QString &path) const
{
    for (FormRow *row : m_rows) {
        if (row->editor()->path() == path)
            return row;
    }
    for (GroupFrame *group : m_groups) {
        if (group->path() == path)
            return group;
    }
    return nullptr;
}

} // namespace Sluice
