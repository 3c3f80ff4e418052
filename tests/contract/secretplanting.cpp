// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/secretplanting.h"

#include "tests/support/forminput.h"
#include "ui/widgets/noteline.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

bool isRefused(QWidget *window)
{
    const QList<NoteLine *> notes = window->findChildren<NoteLine *>();
    return std::any_of(notes.begin(), notes.end(), [](const NoteLine *note) {
        return note->isVisible() && note->text().contains(u"a secret itself"_s);
    });
}

// Pastes with the menu of a right click.
bool pasteByMenu(QLineEdit *line, const QString &text)
{
    QApplication::clipboard()->setText(text);
    const QPoint place = line->rect().center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, line->mapToGlobal(place));
    QApplication::sendEvent(line, &event);
    auto *menu = line->findChild<QMenu *>(u"partMenu"_s);
    auto *paste = menu ? menu->findChild<QAction *>(u"partPaste"_s) : nullptr;
    if (!paste)
        return false;
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(paste).center());
    if (!QTest::qWaitFor([line] { return !line->findChild<QMenu *>(); }))
        return false;
    // On the tests' platform no window gets the focus back.
    line->window()->activateWindow();
    line->setFocus();
    return QTest::qWaitFor([line] { return line->hasFocus(); });
}

} // namespace

const QList<Planted> &planted()
{
    static const QString line =
        u"gnV3Aq0ZkXl2pTfYh8sWbM1cRDuEoJi5vNQ9xKyLgCt7HrUzPd4aSw6OmIeBjFtQ"_s;
    static const QList<Planted> all{
        {u"-----BEGIN PRIVATE KEY-----\nMIIEvQplantedPem0\n-----END PRIVATE KEY-----\n"_s,
         u"plantedPem0"_s},
        {u"%1\nplantedBody1%1\n"_s.arg(line), u"plantedBody1"_s},
        {u"jdbc:sqlserver://db:1433;user=sa;password=plantedJdbc2"_s, u"plantedJdbc2"_s},
        {u"postgres://sa:plantedAddress3@db.example.com/orders"_s, u"plantedAddress3"_s},
        {u"DefaultEndpointsProtocol=https;AccountName=x;AccountKey=plantedAccount4=="_s,
         u"plantedAccount4"_s},
        {u"{\"user\": \"sa\", \"password\": \"plantedJson5\"}"_s, u"plantedJson5"_s},
        {u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.plantedToken6"_s, u"plantedToken6"_s},
        {u"plantedRandom7"_s + line, u"plantedRandom7"_s},
        {u"AZURE_KEY_VAULT › vault › User=u;Password=plantedParts8"_s, u"plantedParts8"_s},
    };
    return all;
}

const QList<Planted> &plantedInBrokenJson()
{
    static const QList<Planted> all = [] {
        QList<Planted> spelt;
        for (const char *spelling : {R"("password": "S")",
                                     R"('password': 'S')",
                                     R"(“password”: “S”)",
                                     R"(`password`: `S`)",
                                     R"("password: "S")",
                                     R"(password": "S")",
                                     R"("password": "S)",
                                     R"("password": S")",
                                     R"(password: S)",
                                     R"(password=S)",
                                     R"(password S)",
                                     R"("password" "S")",
                                     R"("password" => "S")",
                                     R"("\u0070assword": "S")",
                                     R"(\"password\": \"S\")",
                                     R"("p\assword": "S")",
                                     "&quot;password&quot;: &quot;S&quot;",
                                     "\"password\"\n:\n\"S\"",
                                     "\"password\":\n  S",
                                     R"("password": /* x */ "S")",
                                     "\"password\": // x\n \"S\"",
                                     R"(// "password": "S")",
                                     "# password: S",
                                     R"("database.password": "S")",
                                     R"("ssl.key.password": "S")",
                                     R"("dbPass": "S")",
                                     R"("clientSecret": "S")",
                                     R"("password": ["S"])",
                                     R"({"name": "password", "value": "S"})",
                                     R"(<password>S</password>)",
                                     R"("x": "a=1;password=S;b=2")",
                                     R"("password": "a,S")",
                                     R"("password": a}S)",
                                     R"("password": "a\"S")",
                                     "\"password\": \"a\nS\"",
                                     R"("url": "postgres://u:S@h/db)",
                                     R"(export DB_PASSWORD=S)"}) {
            const QString piece = u"plantedBroken%1x"_s.arg(spelt.size());
            spelt.append(
                {QString::fromUtf8(spelling).replace(QRegularExpression(u"\\bS\\b"_s), piece),
                 piece});
        }
        return spelt;
    }();
    return all;
}

const Planted &plantedInProperties()
{
    static const Planted one{
        u"\"x-props\": {\"ssl.key.password\": \"plantedProperty\", \"database.password\": "
        "\"plantedProperty\", \"oauth.token\": \"plantedProperty\", \"dbPwd\": \"plantedProperty\"},"_s,
        u"plantedProperty"_s};
    return one;
}

bool plantInParts(QWidget *window, const QString &reference)
{
    if (auto *chips = FormInput::find(window, reference + u".chips"_s);
        chips && !FormInput::find(window, reference + u".secretName"_s))
        QTest::mouseClick(chips, Qt::LeftButton);
    for (const auto part : {".secretLocation"_L1, ".secretName"_L1, ".secretKey"_L1}) {
        for (const Planted &secret : planted()) {
            FormInput::type(window, reference + part, u"name"_s);
            auto *edit = FormInput::find<QLineEdit>(window, reference + part);
            if (!pasteByMenu(edit, secret.text) || !isRefused(window) || edit->text() != u"name"_s)
                return false;
            FormInput::type(window, reference + part, u"name"_s);
            FormInput::paste(window, reference + part, secret.text);
            if (!isRefused(window) || edit->text() != u"name"_s)
                return false;
            edit->undo();
            edit->redo();
            QTest::keySequence(edit, QKeySequence::Undo);
            QTest::keySequence(edit, QKeySequence::Redo);
            if (edit->text().contains(secret.piece))
                return false;
        }
    }
    return true;
}

} // namespace Sluice::Test
