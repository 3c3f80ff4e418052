// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/namedialog.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

NameDialog::NameDialog(const QString &question, const QString &name, const QString &verb,
                       QWidget *parent)
    : Dialog(parent)
    , m_name(new QLineEdit(name, this))
    , m_problem(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Problem, this))
    , m_confirm(new QPushButton(verb, this))
{
    setObjectName(u"nameDialog"_s);
    setQuestionTitle(question);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Size::FormField);
    auto *title = new TextLabel(question, TextLabel::Role::Title, TextLabel::Ink::Text, this);
    title->setWordWrap(true);
    m_name->setObjectName(u"nameEntry"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->selectAll();
    m_problem->setObjectName(u"nameProblem"_s);
    m_problem->setWordWrap(true);
    m_confirm->setObjectName(u"confirmName"_s);
    m_confirm->setProperty("primary", true);
    m_confirm->setDefault(true);
    QPushButton *cancel = addButton(tr("Cancel"), u"cancelName"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Size::Gap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::GroupGap, Size::GroupGap, Size::GroupGap, Size::PageMargin);
    layout->setSpacing(Size::Gap);
    layout->addWidget(title);
    layout->addWidget(m_name);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    const auto check = [this] {
        m_problem->clear();
        m_confirm->setEnabled(!m_name->text().trimmed().isEmpty());
    };
    connect(m_name, &QLineEdit::textChanged, this, check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this,
            [this] { Q_EMIT nameChosen(m_name->text().trimmed()); });
    check();
    m_name->setFocus();
}

void NameDialog::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_name->setFocus();
}

} // namespace Sluice
