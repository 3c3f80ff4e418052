// SPDX-License-Identifier: Apache-2.0
#include "ui/references/silencedialog.h"

#include "models/definition/secret/secretguard.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize silenceSize{520, 200};
constexpr int longestReason = 200; // letters

} // namespace

SilenceDialog::SilenceDialog(Wish wish, const QStringList &rules, int selected, int everywhere,
                             QWidget *parent)
    : Dialog(u"silenceDialog"_s,
             wish == Wish::Silence ? tr("Silence findings") : tr("Report findings again"),
             silenceSize, parent)
    , m_everywhere(new QRadioButton(
          tr("For &all %n pipeline(s) that it is about now", nullptr, everywhere), this))
    , m_reason(new QLineEdit(this))
    , m_refusal(new NoteLine(Family::Problem, this))
    , m_confirm(new QPushButton(wish == Wish::Silence ? tr("&Silence") : tr("&Report again"), this))
{
    const QString rule = rules.join(tr("” and “"));
    auto *question =
        new TextLabel(wish == Wish::Silence ? tr("Do not report “%1” any more?").arg(rule)
                                            : tr("Report “%1” again?").arg(rule),
                      TextLabel::Role::Title, TextLabel::Ink::Text, this);
    question->setWordWrap(true);
    // A rule is silent for a pipeline, not for one of its references.
    auto *scope = new TextLabel(tr("It holds for all references of a pipeline."),
                                TextLabel::Role::Body, TextLabel::Ink::Secondary, this);
    scope->setObjectName(u"silenceScope"_s);
    scope->setWordWrap(true);
    auto *only = new QRadioButton(tr("For the %n &selected pipeline(s)", nullptr, selected), this);
    only->setObjectName(u"silenceSelected"_s);
    only->setChecked(true);
    m_everywhere->setObjectName(u"silenceEverywhere"_s);
    m_reason->setObjectName(u"silenceReason"_s);
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Such as: test data, agreed with the security team"));
    auto *caption = new TextLabel(tr("&Why (kept on this computer, shown with the finding)"),
                                  TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    caption->setBuddy(m_reason);
    m_reason->setAccessibleName(tr("Why"));
    m_confirm->setObjectName(u"silenceConfirm"_s);
    m_confirm->setDefault(true);
    QPushButton *cancel = addButton(tr("Cancel"), u"silenceCancel"_s);
    const bool canChoose = everywhere > selected;
    only->setVisible(canChoose);
    m_everywhere->setVisible(canChoose);
    caption->setVisible(wish == Wish::Silence);
    m_reason->setVisible(wish == Wish::Silence);
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(question);
    layout->addWidget(scope);
    layout->addWidget(only);
    layout->addWidget(m_everywhere);
    layout->addSpacing(Size::Gap);
    layout->addWidget(caption);
    layout->addWidget(m_reason);
    layout->addWidget(m_refusal);
    layout->addStretch(1);
    QBoxLayout *buttons = makeLine();
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_confirm);
    layout->addLayout(buttons);
    connect(m_reason, &QLineEdit::textChanged, this, &SilenceDialog::judge);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &SilenceDialog::choose);
    if (wish == Wish::Silence)
        m_reason->setFocus();
}

void SilenceDialog::judge()
{
    const QString reason = m_reason->text();
    const bool isSecret = SecretGuard::holdsSecret(reason);
    const SecretVerdict verdict = SecretGuard::judge(reason.trimmed());
    m_refusal->setText(isSecret           ? tr("This holds a secret. Say it without.")
                       : verdict.isFine() ? QString()
                                          : tr("%1 Say it without.").arg(verdict.reason));
    m_confirm->setEnabled(!isSecret && verdict.isFine());
}

void SilenceDialog::choose()
{
    Q_EMIT chosen(m_everywhere->isChecked(), m_reason->text().trimmed());
    accept();
}

} // namespace Sluice
