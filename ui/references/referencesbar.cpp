// SPDX-License-Identifier: Apache-2.0
#include "ui/references/referencesbar.h"

#include "models/account/account.h"
#include "models/definition/secret/secretproviders.h"
#include "models/definition/secret/secretreference.h"
#include "models/fleet/fleet.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int leastChoice = 88; // in a small window

} // namespace

ReferencesBar::ReferencesBar(Fleet *fleet, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_text(new FilterEdit(this))
    , m_provider(makeChoice(u"secretProvider"_s, tr("Provider")))
    , m_account(makeChoice(u"secretAccount"_s, tr("Account")))
    , m_findings(makeButton("triangle-alert", {}, u"secretsWithFindings"_s))
    , m_shape(makeChoice(u"secretShape"_s, tr("View")))
    , m_repoint(makeButton("pencil", tr("&Re-point…"), u"repointButton"_s))
    , m_export(makeButton("download", tr("E&xport"), u"exportSecretsButton"_s))
{
    m_text->setObjectName(u"secretFilterEdit"_s);
    m_text->setAccessibleName(tr("Filter references"));
    m_text->setPlaceholderText(tr("Filter by vault, name, key, pipeline"));
    m_provider->addItem(tr("Provider: all"));
    for (const SecretProvider &provider : secretProviders)
        m_provider->addItem(QCoreApplication::translate("SecretProvider", provider.name),
                            QString(provider.id));
    m_findings->setCheckable(true);
    m_findings->setToolTip(tr("Show only references that something may be wrong with"));
    m_shape->addItem(tr("List"), int(Shape::List));
    m_shape->addItem(tr("By vault"), int(Shape::ByVault));
    m_shape->addItem(tr("By runner"), int(Shape::ByRunner));
    m_shape->setToolTip(tr("By runner: what each runner must be able to read"));
    setWithFindings(0);
    fillAccounts();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(makeTitleLine());
    layout->addWidget(new Rule(this));
    layout->addLayout(makeFilterLine());
    connect(m_text, &QLineEdit::textChanged, this, &ReferencesBar::criteriaChanged);
    connect(m_text, &FilterEdit::rowsRequested, this, &ReferencesBar::rowsRequested);
    connect(m_text, &FilterEdit::firstRequested, this, &ReferencesBar::rowsRequested);
    connect(m_provider, &QComboBox::currentIndexChanged, this, &ReferencesBar::criteriaChanged);
    connect(m_account, &QComboBox::currentIndexChanged, this, &ReferencesBar::criteriaChanged);
    connect(m_findings, &QPushButton::toggled, this, &ReferencesBar::criteriaChanged);
    connect(m_shape, &QComboBox::currentIndexChanged, this, &ReferencesBar::shapeChanged);
    connect(m_repoint, &QPushButton::clicked, this, &ReferencesBar::repointRequested);
    connect(fleet, &Fleet::accountAdded, this, &ReferencesBar::fillAccounts);
    // Queued, because the fleet still has the account when the signal comes.
    connect(fleet, &Fleet::accountAboutToBeRemoved, this, &ReferencesBar::fillAccounts,
            Qt::QueuedConnection);
}

QLayout *ReferencesBar::makeTitleLine()
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Size::PageMargin, 6, 12, 6);
    line->setSpacing(Size::Gap);
    line->addWidget(
        new TextLabel(tr("Secrets"), TextLabel::Role::Title, TextLabel::Ink::Text, this));
    auto *promise =
        new TextLabel(tr("References only. Sluice never reads the values in your vaults."),
                      TextLabel::Role::Body, TextLabel::Ink::Text, this);
    promise->setElideMode(Qt::ElideRight);
    promise->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(promise, 1);
    line->addWidget(m_shape);
    line->addWidget(m_repoint);
    line->addWidget(m_export);
    return line;
}

QLayout *ReferencesBar::makeFilterLine()
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, Size::Gap, 12, Size::Gap);
    line->setSpacing(Size::Gap);
    line->addWidget(m_text);
    line->addWidget(m_provider);
    line->addWidget(m_account);
    line->addWidget(m_findings);
    line->addStretch(1);
    return line;
}

QComboBox *ReferencesBar::makeChoice(const QString &objectName, const QString &name)
{
    auto *choice = new CalmComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setFont(smallFont());
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice->setMinimumWidth(leastChoice);
    return choice;
}

QPushButton *ReferencesBar::makeButton(const char *iconName, const QString &text,
                                       const QString &objectName)
{
    auto *button = new QPushButton(icon(iconName), text, this);
    button->setObjectName(objectName);
    button->setProperty("small", true);
    return button;
}

void ReferencesBar::fillAccounts()
{
    const QString chosen = criteria().account;
    {
        const QSignalBlocker quiet(m_account);
        m_account->clear();
        m_account->addItem(tr("Account: all"));
        const QList<Account *> accounts = m_fleet->accounts();
        for (const Account *each : accounts)
            m_account->addItem(each->profile().name, each->id());
        m_account->setVisible(accounts.size() > 1);
        m_account->setCurrentIndex(qMax(0, m_account->findData(chosen)));
    }
    if (criteria().account != chosen)
        Q_EMIT criteriaChanged();
}

ReferenceCriteria ReferencesBar::criteria() const
{
    return {wordsOf(m_text->text()), m_provider->currentData().toString(),
            m_account->currentData().toString(), m_findings->isChecked()};
}

void ReferencesBar::focusText()
{
    m_text->begin();
}

void ReferencesBar::clearFilters()
{
    m_text->clear();
    m_provider->setCurrentIndex(0);
    m_account->setCurrentIndex(0);
    m_findings->setChecked(false);
}

ReferencesBar::Shape ReferencesBar::shape() const
{
    return Shape(m_shape->currentData().toInt());
}

void ReferencesBar::setWithFindings(int count)
{
    m_findings->setText(tr("With findin&gs (%L1)").arg(count));
}

void ReferencesBar::setRepointObstacle(const QString &why)
{
    m_repoint->setEnabled(why.isEmpty());
    m_repoint->setToolTip(why.isEmpty() ? tr("Let pipelines use another reference instead") : why);
}

} // namespace Sluice
