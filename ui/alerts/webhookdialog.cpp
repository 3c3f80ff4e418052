// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/webhookdialog.h"

#include "models/alerts/webhook/webhookaddress.h"
#include "models/alerts/webhook/webhooknotifier.h"
#include "models/alerts/webhook/webhooksetup.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize webhookSize{560, 430};

} // namespace

WebhookDialog::WebhookDialog(WebhookSetup *setup, WebhookNotifier *notifier, QWidget *parent)
    : Dialog(u"webhookDialog"_s, tr("Alert webhook"), webhookSize, parent)
    , m_setup(setup)
    , m_notifier(notifier)
    , m_on(new QCheckBox(tr("&Post alerts there while Sluice runs"), this))
    , m_kind(new CalmComboBox(this))
    , m_address(new QLineEdit(this))
    , m_problem(new NoteLine(Family::Problem, this))
    , m_test(addButton(tr("Send a &test"), u"testWebhook"_s))
    , m_tested(new NoteLine(Family::Good, this))
    , m_failure(new NoteLine(Family::Warning, this))
{
    QVBoxLayout *column = makeColumn();
    auto *about = new TextLabel(
        tr("A webhook is an address that a chat or another service gives you, to post messages to "
           "one of its channels. Whoever knows it can post there: it is kept in your system's "
           "keychain, never in a file."),
        TextLabel::Role::Body, TextLabel::Ink::Secondary, this);
    about->setWordWrap(true);
    column->addWidget(about);
    addFields(column);
    addWords(column);
    column->addStretch(1);
    addButtons(column);
    connect(setup, &WebhookSetup::changed, this, &WebhookDialog::showSetup);
    connect(setup, &WebhookSetup::removalFailed, m_problem, &NoteLine::setText);
    connect(notifier, &WebhookNotifier::problemChanged, this, &WebhookDialog::showSetup);
    m_on->setChecked(setup->isOn() || setup->address() == WebhookSetup::Address::None);
    m_kind->setCurrentIndex(m_kind->findData(int(setup->kind())));
    setup->load();
    showSetup();
    m_address->setFocus();
}

void WebhookDialog::addFields(QVBoxLayout *column)
{
    m_on->setObjectName(u"webhookOn"_s);
    m_kind->setObjectName(u"webhookKind"_s);
    m_kind->setAccessibleName(tr("Kind"));
    for (const WebhookKind each : {WebhookKind::Slack, WebhookKind::Teams, WebhookKind::Json})
        m_kind->addItem(webhookKindText(each), int(each));
    m_address->setObjectName(u"webhookAddress"_s);
    m_address->setAccessibleName(tr("Address"));
    m_address->setEchoMode(QLineEdit::Password);
    m_address->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_problem->setObjectName(u"webhookProblem"_s);
    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(Size::PageMargin);
    fields->setVerticalSpacing(Size::Gap);
    fields->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    fields->addRow(tr("&Kind"), m_kind);
    fields->addRow(tr("A&ddress"), m_address);
    fields->addRow(QString(), m_problem);
    column->addLayout(fields);
    column->addWidget(m_on);
    connect(m_address, &QLineEdit::textEdited, this, &WebhookDialog::onTyped);
}

void WebhookDialog::addWords(QVBoxLayout *column)
{
    auto *title =
        new TextLabel(tr("What is sent"), TextLabel::Role::Section, TextLabel::Ink::Text, this);
    auto *what = new TextLabel(
        tr("Each alert that is not muted, and its end: what happened, what is known of it, since "
           "when, and the names of account, project and pipelines, and of a server where it is "
           "about one. The first three of a minute come each by itself, the others together.\n"
           "No definitions, and no secrets."),
        TextLabel::Role::Body, TextLabel::Ink::Text, this);
    what->setObjectName(u"webhookWhat"_s);
    what->setWordWrap(true);
    m_tested->setObjectName(u"webhookTested"_s);
    m_failure->setObjectName(u"webhookFailure"_s);
    column->addSpacing(Size::Gap);
    column->addWidget(title);
    column->addWidget(what);
    column->addSpacing(Size::Gap);
    QBoxLayout *line = makeLine();
    line->addWidget(m_test);
    line->addStretch(1);
    column->addLayout(line);
    column->addWidget(m_tested);
    column->addWidget(m_failure);
    connect(m_test, &QPushButton::clicked, this, &WebhookDialog::sendTest);
}

void WebhookDialog::addButtons(QVBoxLayout *column)
{
    m_remove = addButton(tr("&Remove"), u"removeWebhook"_s);
    QPushButton *cancel = addButton(tr("Cancel"), u"cancelWebhook"_s);
    QPushButton *keep = addButton(tr("&Save"), u"saveWebhook"_s);
    keep->setProperty("primary", true);
    keep->setDefault(true);
    QBoxLayout *buttons = makeLine();
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(keep);
    column->addLayout(buttons);
    connect(m_remove, &QPushButton::clicked, this, &WebhookDialog::remove);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, &WebhookDialog::save);
}

WebhookKind WebhookDialog::kind() const
{
    return WebhookKind(m_kind->currentData().toInt());
}

// What somebody typed stays.
void WebhookDialog::showSetup()
{
    using Address = WebhookSetup::Address;
    m_remove->setEnabled(m_setup->address() != Address::None);
    if (m_setup->hasUrl())
        m_address->setPlaceholderText(
            tr("One of %1 is kept. Paste another to replace it.").arg(m_setup->url().host()));
    else if (m_setup->address() == Address::Reading)
        m_address->setPlaceholderText(tr("The keychain is asked for it…"));
    else
        m_address->setPlaceholderText(tr("Paste the address, https://…"));
    if (m_address->text().isEmpty())
        m_problem->setText(m_setup->problem());
    m_failure->setText(m_notifier->problem());
}

void WebhookDialog::onTyped()
{
    m_problem->setText({});
    m_tested->setText({});
    const WebhookAddress typed = readWebhookAddress(m_address->text());
    if (const auto usual = usualWebhookKind(typed.url))
        m_kind->setCurrentIndex(m_kind->findData(int(*usual)));
}

// False, and it says why, when there is no address that could be used. url: invalid: the one that
// is kept.
bool WebhookDialog::readAddress(QUrl *url)
{
    const WebhookAddress typed = readWebhookAddress(m_address->text());
    *url = typed.url;
    if (typed.isUsable() || (m_address->text().trimmed().isEmpty() && m_setup->hasUrl()))
        return true;
    m_problem->setText(typed.problem);
    m_address->setFocus();
    return false;
}

void WebhookDialog::sendTest()
{
    QUrl url;
    m_tested->setText({});
    if (!readAddress(&url))
        return;
    m_test->setEnabled(false);
    m_tested->setFamily(Family::Information);
    m_tested->setText(tr("The test is on its way…"));
    m_notifier->sendTest(kind(), url.isValid() ? url : m_setup->url(), this,
                         [this](const WebhookOutcome &outcome) { showTested(outcome); });
}

void WebhookDialog::showTested(const WebhookOutcome &outcome)
{
    m_test->setEnabled(true);
    m_tested->setFamily(outcome.isDelivered ? Family::Good : Family::Problem);
    m_tested->setText(outcome.isDelivered
                          ? tr("%1 Look whether it is in the channel.").arg(outcome.text)
                          : outcome.text);
}

// Who only turns it off needs no address.
void WebhookDialog::save()
{
    QUrl url;
    const bool needsAddress = m_on->isChecked() || !m_address->text().trimmed().isEmpty();
    if (needsAddress && !readAddress(&url))
        return;
    m_setup->save(kind(), m_on->isChecked(), url);
    accept();
}

void WebhookDialog::remove()
{
    m_address->clear();
    m_tested->setText({});
    m_setup->remove();
    m_address->setFocus();
}

} // namespace Sluice
