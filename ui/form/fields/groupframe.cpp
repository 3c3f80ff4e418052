// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/groupframe.h"

#include "models/definition/definitionpath.h"
#include "models/form/formmodel.h"
#include "ui/form/fields/formervalue.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/panel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Sluice {

namespace {

constexpr int framePadding = 12;

} // namespace

GroupFrame::GroupFrame(FormModel *model, const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_frame(new Panel(Panel::Ground::Plain, this))
    , m_title(new QLabel(m_frame))
    , m_error(new NoteLine(Family::Problem, m_frame))
    , m_head(new QHBoxLayout)
    , m_rows(new QVBoxLayout)
{
    setObjectName(path);
    m_title->setFont(sectionFont());
    m_title->setToolTip(path);
    m_head->setSpacing(Size::Gap);
    m_head->addWidget(m_title, 0, Qt::AlignTop);
    m_head->addWidget(m_error, 1);
    m_head->addStretch();
    m_rows->setSpacing(Size::Gap);
    auto *inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(framePadding, framePadding, framePadding, framePadding);
    inside->setSpacing(Size::Gap);
    inside->addLayout(m_head);
    inside->addLayout(m_rows);
    auto *outside = new QVBoxLayout(this);
    outside->setContentsMargins({});
    outside->addWidget(m_frame);
}

int GroupFrame::inset()
{
    return framePadding;
}

QString GroupFrame::errorText() const
{
    return m_error->text();
}

void GroupFrame::sync()
{
    const QModelIndex index = m_model->indexOf(path());
    QString title = index.data(FormModel::LabelRole).toString();
    if (index.data(FormModel::RequiredRole).toBool())
        title += QStringLiteral(" *");
    m_title->setText(title);
    const QString error = index.data(FormModel::ErrorRole).toString();
    m_error->setText(error);
    m_frame->setWrong(!error.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(error);
    syncFormer();
}

void GroupFrame::setShowChanges(bool show)
{
    m_showChanges = show;
    // As high as with the way back, so that nothing moves when that appears.
    m_title->setMinimumHeight(show ? heightFor(Size::Control, fontMetrics()) : 0);
    syncFormer();
}

void GroupFrame::syncFormer()
{
    const QModelIndex index = m_model->indexOf(path());
    const bool isShown = m_showChanges && index.data(FormModel::ChangedRole).toBool();
    if (isShown && !m_former) {
        const auto *field = index.data(FormModel::FieldRole).value<const Field *>();
        m_former = new FormerValue(*field, m_title->text(), m_frame);
        m_former->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        m_head->insertWidget(1, m_former, 0, Qt::AlignTop);
        connect(m_former, &FormerValue::revertRequested, this,
                [this] { Q_EMIT revertRequested(path()); });
    }
    if (!m_former)
        return;
    m_former->setValue(DefinitionPath::fromText(path()).valueIn(m_model->baseline()));
    m_former->setVisible(isShown);
}

} // namespace Sluice
