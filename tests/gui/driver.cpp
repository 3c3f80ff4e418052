#include "models/fleet/pipelinemodel.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/sandboxprocess.h"
#include "ui/theme/theme.h"
#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QTabWidget>
#include <QTest>
using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList a = app.arguments();
    Theme theme(app, a.contains(u"dark"_s) ? Theme::Mode::Dark : Theme::Mode::Light);
    auto grab = [&](WindowFixture &f, const QString &name) {
        QTest::qWait(600);
        QPixmap p = f.window()->grab();
        if (auto *q = f.question()) {
            QPainter painter(&p);
            painter.drawPixmap((f.window()->width() - q->width()) / 2,
                               (f.window()->height() - q->height()) / 2, q->grab());
        }
        p.save(a.at(1) + u'/' + name + u".png"_s);
    };
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s});
    WindowFixture f(&theme);
    f.window()->resize(1440, 900);
    f.acceptAccounts();
    grab(f, u"start"_s);
    f.click(u"connectButton"_s);
    grab(f, u"start-missing"_s);
    f.signIn(sandbox);
    grab(f, u"dash0"_s);
    f.tree()->expandAll();
    QTest::qWait(500);
    f.tree()->expandAll();
    QTest::qWait(500);
    f.select({f.shownNames().value(1)});
    grab(f, u"dash"_s);
    f.select({f.shownNames().value(1), f.shownNames().value(4), f.shownNames().value(6)});
    f.trigger(u"stopAction"_s);
    grab(f, u"question"_s);
    f.answer(false);
    f.tree()->setCurrentIndex(f.tree()->model()->index(0, 0, f.tree()->model()->index(0, 0)));
    grab(f, u"scope"_s);
    f.select({f.shownNames().value(1)});
    f.trigger(u"openAction"_s);
    grab(f, u"page"_s);
    f.find<QWidget>(u"pipelinePage"_s)->findChild<QTabWidget *>()->setCurrentIndex(1);
    grab(f, u"json"_s);
    f.click(u"pipelineBackButton"_s);
    QTest::keyClicks(f.find<QLineEdit>(u"filterEdit"_s), u"zzzz"_s);
    grab(f, u"empty"_s);
    f.click(u"emptyStateButton"_s);
    sandbox.kill();
    QTest::qWait(3000);
    grab(f, u"outage"_s);
}
