// SPDX-License-Identifier: Apache-2.0
#include "models/views/savedviews.h"
#include "tests/support/testprogram.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;

using Outcome = SavedViews::Outcome;

class TestSavedViews : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;

    static SavedView view(const QString &name)
    {
        SavedView view;
        view.name = name;
        return view;
    }

    static QStringList names(const SavedViews &views)
    {
        QStringList names;
        for (const SavedView &view : views.all())
            names += view.name;
        return names;
    }

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_dir->filePath(u"settings.ini"_s), QSettings::IniFormat);
    }

    void nothingIsLost()
    {
        SavedView full = view(u"Night [shift] & day, 100 %"_s);
        full.text = u"host~db \"two words\""_s;
        full.filter.badges = {Badge::StoppedUnexpectedly, Badge::Unknown, Badge::NotChecked};
        full.filter.facets[size_t(Facet::SourceType)] = {{u"mysql"_s, u"MySQL"_s}};
        full.filter.facets[size_t(Facet::Runner)] = {{u"acc/r1"_s, u"Läufer"_s},
                                                     {u"acc/"_s, u"None"_s}};
        full.account = u"acc"_s;
        full.project = u"p1"_s;
        full.sortColumn = 4;
        full.order = Qt::DescendingOrder;
        full.columns = QByteArray("\0\xff\n=", 4);
        full.columnsFit = false;
        {
            SavedViews views(m_settings.get());
            QCOMPARE(views.add(full), Outcome::Done);
            QCOMPARE(views.add(view(u"plain"_s)), Outcome::Done);
            views.setStart(u"plain"_s);
        }
        m_settings->sync();
        QSettings again(m_settings->fileName(), QSettings::IniFormat);
        const SavedViews views(&again);
        QCOMPARE(views.all(), (QList<SavedView>{full, view(u"plain"_s)}));
        QCOMPARE(views.start(), view(u"plain"_s));
    }

    void namesAreTold()
    {
        SavedViews views(m_settings.get());
        QCOMPARE(views.add(view(u" "_s)), Outcome::NoName);
        QCOMPARE(views.add(view(u"one"_s)), Outcome::Done);
        QCOMPARE(views.add(view(u"ONE"_s)), Outcome::NameTaken);
        QCOMPARE(views.add(view(u"two"_s)), Outcome::Done);
        QCOMPARE(views.rename(u"two"_s, u"One"_s), Outcome::NameTaken);
        QCOMPARE(views.rename(u"one"_s, u"One"_s), Outcome::Done);
        QCOMPARE(views.rename(u"three"_s, u"four"_s), Outcome::NotFound);
        QCOMPARE(views.replace(view(u"three"_s)), Outcome::NotFound);
        QCOMPARE(names(views), (QStringList{u"One"_s, u"two"_s}));
    }

    void noSecretIsKept()
    {
        SavedViews views(m_settings.get());
        SavedView leaky = view(u"leaky"_s);
        leaky.text = u"-----BEGIN PRIVATE KEY----- MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"_s;
        QCOMPARE(views.add(leaky), Outcome::Secret);
        QCOMPARE(views.add(view(u"leaky"_s)), Outcome::Done);
        QCOMPARE(views.replace(leaky), Outcome::Secret);
        QVERIFY(m_settings->allKeys().filter(u"text"_s).size() == 1);
        QVERIFY(views.all().constFirst().text.isEmpty());
    }

    void theStartFollowsItsView()
    {
        SavedViews views(m_settings.get());
        for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
            views.add(view(name));
        QVERIFY(!views.start());
        views.setStart(u"two"_s);
        views.rename(u"two"_s, u"zwei"_s);
        QCOMPARE(views.startName(), u"zwei"_s);
        views.move(u"zwei"_s, true);
        QCOMPARE(names(views), (QStringList{u"zwei"_s, u"one"_s, u"three"_s}));
        views.move(u"zwei"_s, true); // it is the first
        QCOMPARE(names(views), (QStringList{u"zwei"_s, u"one"_s, u"three"_s}));
        QSignalSpy changed(&views, &SavedViews::changed);
        views.remove(u"zwei"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(views.startName().isEmpty());
        QVERIFY(!SavedViews(m_settings.get()).start());
        views.setStart(u"gone"_s);
        QVERIFY(!views.start());
    }

    // Each view that names the account goes, as what is kept of it must.
    void anAccountIsForgotten()
    {
        SavedViews views(m_settings.get());
        SavedView place = view(u"place"_s);
        place.account = u"acc"_s;
        SavedView runner = view(u"runner"_s);
        runner.filter.facets[size_t(Facet::Runner)] = {{u"acc/r1"_s, u"r1"_s}};
        SavedView other = view(u"other"_s);
        other.account = u"acc2"_s;
        other.filter.facets[size_t(Facet::Project)] = {{u"acc2/acc"_s, u"P"_s}};
        for (const SavedView &each : {place, runner, other, view(u"all"_s)})
            QCOMPARE(views.add(each), Outcome::Done);
        views.setStart(u"place"_s);
        views.forgetAccount(u"acc"_s);
        QCOMPARE(names(views), (QStringList{u"other"_s, u"all"_s}));
        QVERIFY(!views.start());
        const QStringList keys = m_settings->allKeys();
        for (const QString &key : keys)
            QVERIFY(m_settings->value(key).toString() != u"acc"_s);
    }

    void whatIsAlike()
    {
        const SavedView one = view(u"one"_s);
        SavedView other = view(u"other"_s);
        other.columns = "wider";
        QVERIFY(one.isLike(other));
        other.text = u" "_s;
        QVERIFY(one.isLike(other));
        other.filter.facets[0] = {{u"mysql"_s, u"MySQL"_s}};
        QVERIFY(!one.isLike(other));
        other = view(u"other"_s);
        other.order = Qt::DescendingOrder;
        QVERIFY(!one.isLike(other));
    }
};

SLUICE_TEST(TestSavedViews, Core)
#include "tst_savedviews.moc"
