// SPDX-License-Identifier: Apache-2.0
#include "ui/start/connectform.h"

#include "models/account/credentialstore.h"
#include "models/api/address.h"
#include "ui/start/fieldrow.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QUrl typedUrl(const FieldRow *row)
{
    QString text = row->text();
    while (text.endsWith(u'/'))
        text.chop(1);
    return QUrl(text, QUrl::StrictMode);
}

} // namespace

ConnectForm::ConnectForm(CredentialStore *secrets, QWidget *parent)
    : QWidget(parent)
    , m_secrets(secrets)
    , m_layout(new QVBoxLayout(this))
    , m_regions(new QButtonGroup(this))
    , m_signIns(new QButtonGroup(this))
    , m_name(new FieldRow(u"nameEdit"_s, tr("&Name"), tr("For example PROD-EU"), this))
    , m_baseUrl(new FieldRow(u"baseUrlEdit"_s, tr("API add&ress"), tr("https://host/dpc"), this))
    , m_tokenUrl(new FieldRow(u"tokenUrlEdit"_s, tr("Token a&ddress"),
                              tr("https://host/oauth/dpc/token"), this))
    , m_clientId(new FieldRow(u"clientIdEdit"_s, tr("Client &ID"), tr("Paste the client ID"), this))
    , m_clientSecret(new FieldRow(u"clientSecretEdit"_s, tr("Client &secret"),
                                  tr("Paste the client secret"), this))
    , m_token(new FieldRow(u"tokenEdit"_s, tr("Access to&ken"), tr("Paste the access token"), this))
    , m_accountId(new FieldRow(u"accountIdEdit"_s, tr("Acco&unt ID"), tr("Optional"), this))
    , m_remember(new QCheckBox(tr("Keep this account for the ne&xt start"), this))
    , m_keptWhere(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    m_clientSecret->makeSecret();
    m_token->makeSecret();
    m_remember->setObjectName(u"rememberBox"_s);
    m_remember->setChecked(true);
    m_keptWhere->setObjectName(u"keptWhereLabel"_s);
    m_keptWhere->setWordWrap(true);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(Size::Gap);
    addChoices();
    for (FieldRow *row : rows())
        connect(row->edit(), &QLineEdit::textEdited, this, &ConnectForm::edited);
    clear();
    askStore();
}

void ConnectForm::addChoices()
{
    QWidget *regions = makeChoice(tr("Re&gion"), m_regions);
    QWidget *signIns = makeChoice(tr("Sign in &with"), m_signIns);
    const auto add = [this](QButtonGroup *group, QWidget *row, int id, const QString &text,
                            const QString &objectName) {
        auto *button = new QRadioButton(text, row);
        button->setObjectName(objectName);
        group->addButton(button, id);
        auto *layout = static_cast<QHBoxLayout *>(row->layout());
        layout->insertWidget(layout->count() - 1, button);
        connect(button, &QRadioButton::toggled, row, [row, button](bool chosen) {
            if (chosen)
                row->setFocusProxy(button);
        });
        connect(button, &QRadioButton::toggled, this, &ConnectForm::showFieldsForChoices);
    };
    add(m_regions, regions, Eu, tr("EU"), u"regionEu"_s);
    add(m_regions, regions, Us, tr("US"), u"regionUs"_s);
    add(m_regions, regions, Au, tr("AU"), u"regionAu"_s);
    add(m_regions, regions, Other, tr("Other address"), u"regionOther"_s);
    add(m_signIns, signIns, 0, tr("Client ID and secret"), u"signInClient"_s);
    add(m_signIns, signIns, 1, tr("Access token"), u"signInToken"_s);

    auto *keeping = new QVBoxLayout;
    keeping->setContentsMargins(FieldRow::labelWidth() + Size::Gap, 0, 0, 0);
    keeping->setSpacing(3);
    keeping->addWidget(m_remember);
    keeping->addWidget(m_keptWhere);
    const QList<QWidget *> widgets = {m_name,     regions,        m_baseUrl, m_tokenUrl, signIns,
                                      m_clientId, m_clientSecret, m_token,   m_accountId};
    for (QWidget *widget : widgets)
        m_layout->addWidget(widget);
    m_layout->addLayout(keeping);
    connect(m_remember, &QCheckBox::toggled, m_keptWhere, &QWidget::setVisible);
}

QWidget *ConnectForm::makeChoice(const QString &label, QButtonGroup *group)
{
    auto *row = new QWidget(this);
    row->setAccessibleName(QString(label).remove(u'&'));
    row->setFocusPolicy(Qt::StrongFocus); // for the label; it hands on to the chosen button
    auto *name = new TextLabel(label, TextLabel::Role::Body, TextLabel::Ink::Text, row);
    name->setFixedWidth(FieldRow::labelWidth());
    name->setBuddy(row);
    group->setObjectName(row->accessibleName());
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(Size::Gap);
    layout->addWidget(name);
    layout->addStretch();
    return row;
}

QList<FieldRow *> ConnectForm::rows() const
{
    return {m_name, m_baseUrl, m_tokenUrl, m_clientId, m_clientSecret, m_token, m_accountId};
}

ConnectForm::Region ConnectForm::region() const
{
    return Region(m_regions->checkedId());
}

bool ConnectForm::usesToken() const
{
    return m_signIns->checkedId() == 1;
}

void ConnectForm::showFieldsForChoices()
{
    const bool other = region() == Other;
    m_baseUrl->setVisible(other);
    m_tokenUrl->setVisible(other && !usesToken());
    m_clientId->setVisible(!usesToken());
    m_clientSecret->setVisible(!usesToken());
    m_token->setVisible(usesToken());
    Q_EMIT edited();
}

void ConnectForm::askStore()
{
    m_keptWhere->setText(tr("The secret is kept in your system's keychain, never in a file."));
    // It only matters whether the store answers; there is no such entry.
    m_secrets->read(u"profile/none"_s, this, [this](const CredentialStore::Answer &answer) {
        if (answer.error.isEmpty())
            return;
        m_keptWhere->setText(tr("The system's keychain did not answer: the secret is kept for this "
                                "session only."));
        m_keptWhere->setToolTip(answer.error);
    });
}

Profile ConnectForm::profile() const
{
    Profile profile;
    profile.id = m_id;
    profile.name = m_name->text();
    profile.baseUrl =
        region() == Other ? typedUrl(m_baseUrl) : regionUrl(regionNames().at(region()));
    profile.tokenUrl = region() == Other ? typedUrl(m_tokenUrl) : defaultTokenUrl();
    profile.signIn = usesToken() ? Profile::SignIn::Token : Profile::SignIn::ClientCredentials;
    profile.clientId = usesToken() ? QString() : m_clientId->text();
    profile.accountId = m_accountId->text();
    return profile;
}

QString ConnectForm::secret() const
{
    return (usesToken() ? m_token : m_clientSecret)->text();
}

bool ConnectForm::remember() const
{
    return m_remember->isChecked();
}

QString ConnectForm::host() const
{
    const QString host = profile().baseUrl.adjusted(QUrl::RemoveUserInfo).authority();
    return host.isEmpty() ? tr("the server") : host;
}

bool ConnectForm::check()
{
    const auto need = [](FieldRow *row, const QString &problem) {
        row->setProblem(!row->isHidden() && row->text().isEmpty() ? problem : QString());
    };
    forgetFault();
    need(m_name, tr("Enter a name, so that you know the account again."));
    need(m_clientId, tr("Paste the client ID of the API credentials."));
    need(m_clientSecret, tr("Paste the client secret. Maia shows it once, when it is made."));
    need(m_token, tr("Paste an access token."));
    checkAddress(m_baseUrl, tr("Enter the address of the API, up to and with /dpc."));
    checkAddress(m_tokenUrl, tr("Enter the address that gives tokens."));
    const QList<FieldRow *> all = rows();
    const auto wrong = std::find_if(all.cbegin(), all.cend(),
                                    [](const FieldRow *row) { return row->hasProblem(); });
    if (wrong == all.cend())
        return true;
    (*wrong)->edit()->setFocus();
    TabOrder::bringIntoView((*wrong)->edit());
    return false;
}

FieldRow *ConnectForm::fieldAtFault(ConnectionCheck::Step step, const ApiError &error) const
{
    using Kind = ApiError::Kind;
    switch (error.kind) {
    case Kind::Unauthorized:
        if (usesToken())
            return m_token;
        // After the sign-in it is the API that refuses the token: the secret was right.
        return step == ConnectionCheck::SignIn ? m_clientSecret : nullptr;
    case Kind::Rejected:
        if (step == ConnectionCheck::ListProjects && error.httpStatus == 0)
            return m_accountId; // it cannot be sent in a header
        break;
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Tls:
    case Kind::NotFound:
    case Kind::BadReply: break;
    default: return nullptr;
    }
    const bool isForTokens = step == ConnectionCheck::SignIn && !usesToken();
    return region() != Other ? nullptr : isForTokens ? m_tokenUrl : m_baseUrl;
}

QString ConnectForm::faultText(const FieldRow *row, const ApiError &error) const
{
    if (row == m_clientSecret)
        return tr("The server did not accept this secret, or the client ID.");
    if (row == m_token)
        return tr("The server did not accept this token.");
    if (row == m_accountId)
        return error.message;
    switch (error.kind) {
    case ApiError::Kind::Network:
    case ApiError::Kind::Timeout: return tr("Nothing answered at this address.");
    case ApiError::Kind::Tls: return tr("The connection to this address is not secure.");
    default: break;
    }
    return row == m_tokenUrl ? tr("No token came from this address.")
                             : tr("The API did not answer at this address.");
}

QLineEdit *ConnectForm::markFault(ConnectionCheck::Step step, const ApiError &error)
{
    forgetFault();
    m_atFault = fieldAtFault(step, error);
    if (!m_atFault)
        return nullptr;
    m_atFault->setProblem(faultText(m_atFault, error));
    return m_atFault->edit();
}

void ConnectForm::forgetFault()
{
    if (FieldRow *row = std::exchange(m_atFault, nullptr))
        row->setProblem({});
}

void ConnectForm::checkAddress(FieldRow *row, const QString &missing)
{
    if (row->isHidden())
        row->setProblem({});
    else if (row->text().isEmpty())
        row->setProblem(missing);
    else
        row->setProblem(addressProblem(typedUrl(row)));
}

void ConnectForm::clear()
{
    m_id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (FieldRow *row : rows()) {
        row->edit()->clear();
        row->setProblem({});
    }
    m_regions->button(Eu)->setChecked(true);
    m_signIns->button(0)->setChecked(true);
    showFieldsForChoices();
}

void ConnectForm::fill(const Profile &profile)
{
    clear();
    m_id = profile.id;
    m_name->edit()->setText(profile.name);
    m_baseUrl->edit()->setText(profile.baseUrl.toString());
    m_tokenUrl->edit()->setText(profile.tokenUrl.toString());
    m_clientId->edit()->setText(profile.clientId);
    m_accountId->edit()->setText(profile.accountId);
    int choice = Other;
    for (int i = 0; i < Other; ++i) {
        if (regionUrl(regionNames().at(i)) == profile.baseUrl)
            choice = i;
    }
    m_regions->button(choice)->setChecked(true);
    const bool token = profile.signIn == Profile::SignIn::Token;
    m_signIns->button(token ? 1 : 0)->setChecked(true);
    (token ? m_token : m_clientSecret)->edit()->setFocus();
}

void ConnectForm::focusFirst()
{
    m_name->edit()->setFocus();
}

} // namespace Sluice
