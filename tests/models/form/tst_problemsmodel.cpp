// SPDX-License-Identifier: Apache-2.0
#include "models/form/formmodel.h"
#include "models/form/problemsmodel.h"
#include "models/form/sectionsmodel.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// What stands beside a form: its sections and its problems.
class TestProblemsModel : public QObject
{
    Q_OBJECT

private:
    const QString m_user = u"streamingSource.connection.username"_s;
    const QString m_authentication = u"streamingTarget.connection.authentication"_s;

private Q_SLOTS:

    void listsProblemsInTheOrderOfTheForm()
    {
        FormModel form;
        form.setDefinition(guideDefinition());
        ProblemsModel problems(&form);
        const QAbstractItemModelTester tester(&problems);
        QCOMPARE(problems.rowCount(), 0);
        form.setServerErrors({{m_authentication, u"must not be null"_s},
                              {u"somewhere.else"_s, u"is odd"_s},
                              {m_user, u"must not be empty"_s}});
        QCOMPARE(problems.rowCount(), 3);
        QCOMPARE(problems.path(0), m_user);
        QCOMPARE(problems.index(0, ProblemsModel::SectionColumn).data().toString(),
                 u"Source connection"_s);
        QCOMPARE(problems.index(0, ProblemsModel::FieldColumn).data().toString(), u"Username"_s);
        QCOMPARE(problems.path(1), m_authentication);
        QVERIFY(problems.isShownInForm(1));
        QCOMPARE(problems.path(2), u"somewhere.else"_s);
        QVERIFY(!problems.isShownInForm(2));
    }

    void anAnsweredProblemLeavesAlone()
    {
        FormModel form;
        form.setDefinition(guideDefinition());
        ProblemsModel problems(&form);
        const QAbstractItemModelTester tester(&problems);
        form.setServerErrors(
            {{m_authentication, u"must not be null"_s}, {m_user, u"must not be empty"_s}});
        QSignalSpy removed(&problems, &ProblemsModel::rowsRemoved);
        QSignalSpy inserted(&problems, &ProblemsModel::rowsInserted);
        form.setValue(m_user, u"someone"_s);
        QCOMPARE(problems.rowCount(), 1);
        QCOMPARE(problems.path(0), m_authentication);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(inserted.size(), 0);
    }

    void sectionsTellChangesAndProblems()
    {
        FormModel form;
        form.setDefinition(guideDefinition());
        SectionsModel sections(&form);
        const QAbstractItemModelTester tester(&sections);
        const int source = SectionsModel::rowOf(Section::SourceConnection);
        QCOMPARE(sections.index(source).data(SectionsModel::DetailRole).toString(),
                 u"SQL Server"_s);
        QCOMPARE(sections.index(SectionsModel::rowOf(Section::Tables))
                     .data(SectionsModel::CountRole)
                     .toInt(),
                 2);
        QVERIFY(!sections.index(source).data(SectionsModel::ChangedRole).toBool());
        QSignalSpy changed(&sections, &SectionsModel::dataChanged);
        form.setValue(m_user, u""_s);
        QVERIFY(sections.index(source).data(SectionsModel::ChangedRole).toBool());
        QCOMPARE(changed.size(), 1);
        form.setServerErrors({{m_user, u"must not be empty"_s}});
        QCOMPARE(sections.index(source).data(SectionsModel::ProblemsRole).toInt(), 1);
        QCOMPARE(SectionsModel::rowOf(Section::TargetType),
                 SectionsModel::rowOf(Section::TargetConnection));
    }
};

SLUICE_TEST(TestProblemsModel, Core)
#include "tst_problemsmodel.moc"
