// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faultserver.h"
#include "tests/support/mnemonics.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/alerts/webhookdialog.h"
#include "ui/widgets/noteline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

Alert raisedAlert(qint64 id)
{
    Alert alert;
    alert.id = id;
    alert.rule = AlertRule::UnexpectedStop;
    alert.account = u"acc"_s;
    alert.since = QDateTime::currentDateTimeUtc();
    alert.parts = {{{u"acc"_s, u"p1"_s, u"orders"_s}, alert.since, {}}};
    return alert;
}

} // namespace

// Where alerts are posted is said in a dialog of the real window.
class TestWebhookDialog : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void thePageLeadsThere();
    void aTestIsAnswered();
    void savedItIsUsed();
    void whatStopsIsPosted();
    void theAddressIsNowhereElse();
    void anUnsafeAddressIsNotTaken();
    void theHostTellsTheKind();
    void offNeedsNoAddress();
    void removeForgets();
    void aKeychainWithoutAnAnswerIsTold();
    void anAlertThatFailedIsOneLine();

protected:
    void prepare() override
    {
        m->fleet()->setPolling(false);
        m_server = std::make_unique<FaultServer>();
    }

private:
    WebhookDialog *dialog() const { return m->window()->findChild<WebhookDialog *>(); }

    bool open() const { return m->trigger(u"alertWebhookAction"_s) && dialog(); }

    void typeAddress() const { m->type(u"webhookAddress"_s, url().toString()); }

    void choose(WebhookKind kind) const
    {
        auto *box = m->find<QComboBox>(u"webhookKind"_s);
        box->setCurrentIndex(box->findData(int(kind)));
    }

    bool save() const
    {
        return m->click(u"saveWebhook"_s) && QTest::qWaitFor([this] { return !dialog(); });
    }

    QString note(const QString &name) const { return m->find<NoteLine>(name)->text(); }

    QJsonObject last() const
    {
        return QJsonDocument::fromJson(m_server->seen().constLast().body).object();
    }

    QUrl url() const { return m_server->url(u"/hook/s3cret"_s); }

    std::unique_ptr<FaultServer> m_server;
};

void TestWebhookDialog::thePageLeadsThere()
{
    QVERIFY(m->trigger(u"alertsAction"_s));
    QVERIFY(m->click(u"alertWaysButton"_s));
    auto *menu = m->find<QMenu>(u"alertWaysMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QVERIFY(menu->actions().contains(m->action(u"desktopAlertsAction"_s)));
    QTest::keyClick(menu, Qt::Key_H);
    QVERIFY(dialog());
    QTRY_VERIFY(dialog()->isActiveWindow());
    QVERIFY(m->find<QLineEdit>(u"webhookAddress"_s)->hasFocus());
    QCOMPARE(m->find<QLineEdit>(u"webhookAddress"_s)->echoMode(), QLineEdit::Password);
    QCOMPARE(clashingMnemonics(dialog()), QStringList());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
}

void TestWebhookDialog::aTestIsAnswered()
{
    QVERIFY(open());
    QTRY_VERIFY(dialog()->isActiveWindow());
    QTest::keyClick(m->find<QLineEdit>(u"webhookAddress"_s), Qt::Key_T, Qt::AltModifier);
    QTRY_VERIFY(note(u"webhookProblem"_s).startsWith(u"Enter the address"_s));
    typeAddress();
    choose(WebhookKind::Teams);
    m_server->then(Act::reply(202, {}));
    QVERIFY(m->click(u"testWebhook"_s));
    QTRY_COMPARE(note(u"webhookTested"_s),
                 u"127.0.0.1 took the message (status 202). Look whether it is in the channel."_s);
    QCOMPARE(last()[u"type"_s].toString(), u"message"_s);
    m_server->then(Act::reply(404, {}));
    QVERIFY(m->click(u"testWebhook"_s));
    QTRY_VERIFY(note(u"webhookTested"_s).contains(u"(status 404). Make a new one"_s));
    QVERIFY(m->click(u"cancelWebhook"_s));
    QVERIFY(!m->settings()->contains(u"alerts/webhookOn"_s)); // a test saves nothing
    QCOMPARE(m->secrets()->secret(u"webhook"_s), QString());
}

void TestWebhookDialog::savedItIsUsed()
{
    QVERIFY(open());
    choose(WebhookKind::Slack);
    typeAddress();
    QVERIFY(save());
    Q_EMIT m->alerts()->raised(raisedAlert(1));
    QTRY_COMPARE(m_server->seen().size(), 1);
    QVERIFY(last()[u"text"_s].toString().startsWith(u"orders stopped unexpectedly"_s));
    // The next start of the program.
    m->reopen();
    Q_EMIT m->alerts()->raised(raisedAlert(2));
    QTRY_COMPARE(m_server->seen().size(), 2);
    QVERIFY(open());
    const auto *address = m->find<QLineEdit>(u"webhookAddress"_s);
    QCOMPARE(address->text(), QString()); // what is kept is not shown
    QVERIFY(address->placeholderText().contains(u"127.0.0.1"_s));
    QVERIFY(!address->placeholderText().contains(u"s3cret"_s));
    QVERIFY(m->click(u"testWebhook"_s)); // and can be tried all the same
    QTRY_COMPARE(m_server->seen().size(), 3);
}

// From what is seen of a pipeline to the message.
void TestWebhookDialog::whatStopsIsPosted()
{
    QVERIFY(open());
    choose(WebhookKind::Json);
    typeAddress();
    QVERIFY(save());
    PipelineModel *pipelines = m->fleet()->pipelines();
    const PipelineKey key = pipelines->row(0).key;
    pipelines->setStatus(key, u"STREAMING"_s);
    const auto isPosted = [this, pipelines, key] {
        pipelines->setStatus(key, u"NOT_RUNNING"_s); // it is looked at twice
        return !m_server->seen().isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isPosted(), 20'000);
    const QJsonObject alert = last()[u"alerts"_s].toArray().at(0).toObject();
    QCOMPARE(alert[u"title"_s].toString(), pipelines->find(key)->name + u" stopped unexpectedly"_s);
    const QJsonObject pipeline = alert[u"pipelines"_s].toArray().at(0).toObject();
    QCOMPARE(pipeline[u"id"_s].toString(), key.pipeline);
    QCOMPARE(m_server->seen().size(), 1);
}

void TestWebhookDialog::theAddressIsNowhereElse()
{
    QVERIFY(open());
    typeAddress();
    QVERIFY(save());
    m->settings()->sync();
    QFile file(m->settings()->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("webhookOn=true"));
    QVERIFY2(!bytes.contains("s3cret"), bytes.constData());
    QCOMPARE(m->secrets()->secret(u"webhook"_s), url().toString());
}

void TestWebhookDialog::anUnsafeAddressIsNotTaken()
{
    QVERIFY(open());
    m->type(u"webhookAddress"_s, u"http://hooks.example/s3cret"_s);
    QVERIFY(m->click(u"saveWebhook"_s));
    QVERIFY(dialog()->isVisible());
    QVERIFY(note(u"webhookProblem"_s).startsWith(u"Use an https:// address"_s));
    QVERIFY(!note(u"webhookProblem"_s).contains(u"s3cret"_s));
    QCOMPARE(m->secrets()->secret(u"webhook"_s), QString());
}

void TestWebhookDialog::theHostTellsTheKind()
{
    QVERIFY(open());
    choose(WebhookKind::Json);
    m->type(u"webhookAddress"_s, u"https://hooks.slack.com/services/T/B/x"_s);
    QCOMPARE(m->find<QComboBox>(u"webhookKind"_s)->currentText(), u"Slack"_s);
}

void TestWebhookDialog::offNeedsNoAddress()
{
    QVERIFY(open());
    m->find<QCheckBox>(u"webhookOn"_s)->setChecked(false);
    QVERIFY(save());
    Q_EMIT m->alerts()->raised(raisedAlert(1));
    QVERIFY(open());
    QCOMPARE(note(u"webhookProblem"_s), QString());
    m->find<QCheckBox>(u"webhookOn"_s)->setChecked(false);
    typeAddress();
    QVERIFY(save());
    Q_EMIT m->alerts()->raised(raisedAlert(2)); // an address alone turns nothing on
    QVERIFY(open());
    QVERIFY(!m->find<QCheckBox>(u"webhookOn"_s)->isChecked());
    m->find<QCheckBox>(u"webhookOn"_s)->setChecked(true);
    QVERIFY(save());
    Q_EMIT m->alerts()->raised(raisedAlert(3));
    QTRY_COMPARE(m_server->seen().size(), 1);
    QVERIFY(m_server->seen().constFirst().body.contains("orders"));
}

void TestWebhookDialog::removeForgets()
{
    QVERIFY(open());
    QVERIFY(!m->find<QPushButton>(u"removeWebhook"_s)->isEnabled());
    typeAddress();
    QVERIFY(save());
    QVERIFY(open());
    QVERIFY(m->click(u"removeWebhook"_s));
    QTRY_COMPARE(m->secrets()->secret(u"webhook"_s), QString());
    QVERIFY(!m->settings()->contains(u"alerts/webhookKind"_s));
    QVERIFY(!m->find<QPushButton>(u"removeWebhook"_s)->isEnabled());
    QVERIFY(!m->find<QLineEdit>(u"webhookAddress"_s)->placeholderText().contains(u"127.0.0.1"_s));
}

void TestWebhookDialog::aKeychainWithoutAnAnswerIsTold()
{
    QVERIFY(open());
    typeAddress();
    QVERIFY(save());
    m->secrets()->setTrouble(CredentialStore::Trouble::Locked, u"locked"_s);
    m->reopen();
    QVERIFY(m->trigger(u"alertsAction"_s));
    QTRY_COMPARE(note(u"alertDelivery"_s),
                 u"Alerts are not posted: The address could not be read. The keychain is locked, "
                 "or waits for your answer. Unlock it. Or enter the address again."_s);
    QVERIFY(open());
    QTRY_VERIFY(note(u"webhookProblem"_s).contains(u"The keychain is locked"_s));
    m->secrets()->setTrouble(CredentialStore::Trouble::None, {});
    m->find<WebhookDialog>(u"webhookDialog"_s)->reject();
    QTRY_VERIFY(!dialog());
    QVERIFY(open()); // it is asked again
    QTRY_COMPARE(note(u"alertDelivery"_s), QString());
}

void TestWebhookDialog::anAlertThatFailedIsOneLine()
{
    QVERIFY(open());
    typeAddress();
    QVERIFY(save());
    QVERIFY(m->trigger(u"alertsAction"_s));
    auto *line = m->find<NoteLine>(u"alertDelivery"_s);
    QVERIFY(!line->isVisible());
    m_server->then(Act::reply(403));
    Q_EMIT m->alerts()->raised(raisedAlert(1));
    QTRY_VERIFY(line->isVisible());
    QVERIFY(line->text().startsWith(u"The last alert could not be delivered at "_s));
    QVERIFY(!line->text().contains(u"s3cret"_s));
    QVERIFY(m->alerts()->open().isEmpty());
    QVERIFY(m->banners().isEmpty());
    QVERIFY(open());
    QCOMPARE(note(u"webhookFailure"_s), line->text());
    m->find<WebhookDialog>(u"webhookDialog"_s)->reject();
    Q_EMIT m->alerts()->raised(raisedAlert(2));
    QTRY_VERIFY(!line->isVisible());
}

SLUICE_TEST(TestWebhookDialog, Widgets)
#include "tst_webhookdialog.moc"
