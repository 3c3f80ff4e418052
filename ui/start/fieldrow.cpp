// SPDX-License-Identifier: Apache-2.0
#include "ui/start/fieldrow.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QGridLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int leastLabelWidth = 104;

} // namespace

FieldRow::FieldRow(const QString &objectName, const QString &label, const QString &placeholder,
                   QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_problem(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Problem, this))
{
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(QString(label).remove(u'&'));
    m_edit->setPlaceholderText(placeholder);
    m_problem->setObjectName(objectName + u"Problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *name = new TextLabel(label, TextLabel::Role::Body, TextLabel::Ink::Text, this);
    name->setFixedWidth(labelWidth());
    name->setBuddy(m_edit);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(Size::Gap);
    layout->setVerticalSpacing(3);
    layout->addWidget(name, 0, 0);
    layout->addWidget(m_edit, 0, 1);
    layout->addWidget(m_problem, 1, 1);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { setProblem({}); });
}

QString FieldRow::text() const
{
    return m_edit->text().trimmed();
}

void FieldRow::makeSecret()
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    QAction *eye = m_edit->addAction(icon("eye"), QLineEdit::TrailingPosition);
    eye->setObjectName(m_edit->objectName() + u"Eye"_s);
    eye->setText(tr("Show"));
    eye->setToolTip(tr("Show or hide what was typed"));
    eye->setCheckable(true);
    connect(eye, &QAction::toggled, this, [this, eye](bool shown) {
        m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        eye->setIcon(icon(shown ? "eye-off" : "eye"));
    });
    // The next secret is typed behind dots again.
    connect(m_edit, &QLineEdit::textChanged, eye, [eye](const QString &text) {
        if (text.isEmpty())
            eye->setChecked(false);
    });
}

void FieldRow::setProblem(const QString &problem)
{
    const bool changed = hasProblem() == problem.isEmpty();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_edit->setAccessibleDescription(problem);
    m_edit->setProperty("problem", !problem.isEmpty());
    if (changed)
        m_edit->update();
}

bool FieldRow::hasProblem() const
{
    return !m_problem->text().isEmpty();
}

int FieldRow::labelWidth()
{
    const QFontMetrics metrics{QFont()};
    return qMax(leastLabelWidth, metrics.horizontalAdvance(tr("Token address")) + Size::Gap);
}

} // namespace Sluice
