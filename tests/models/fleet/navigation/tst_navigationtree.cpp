// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/navigation/navigationtree.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

using EntryKind = NavigationEntry::Kind;

void bring(NavigationTree &tree, NavigationNode *node, const QList<NavigationEntry> &wanted)
{
    const QList<RowStep> steps = NavigationTree::difference(*node, wanted);
    for (const RowStep &step : steps) {
        switch (step.kind) {
        case RowStep::Kind::Remove: tree.remove(node, step.run); break;
        case RowStep::Kind::Move: tree.move(node, step); break;
        case RowStep::Kind::Insert:
            tree.insert(node, step.run.first, wanted.mid(step.run.first, step.run.count()));
            break;
        }
    }
}

NavigationEntry pipeline(const QString &id)
{
    return {EntryKind::Pipeline, id, id, {}};
}

} // namespace

// The nodes, without the fleet.
class TestNavigationTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsNodesThatStay();
    void knowsThePlacesOfAPipeline();
    void tellsKindsWithOneIdApart();

private:
    std::unique_ptr<NavigationTree> m_tree;
    NavigationNode *m_project = nullptr;
};

void TestNavigationTree::init()
{
    m_tree = std::make_unique<NavigationTree>();
    bring(*m_tree, m_tree->root(), {{EntryKind::Account, u"acc"_s, u"Account"_s, {}}});
    bring(*m_tree, m_tree->account(u"acc"_s), {{EntryKind::Project, u"p"_s, u"Project"_s, {}}});
    m_project = m_tree->project(u"acc"_s, u"p"_s);
    QVERIFY(m_project);
}

void TestNavigationTree::keepsNodesThatStay()
{
    bring(*m_tree, m_project, {pipeline(u"a"_s), pipeline(u"b"_s), pipeline(u"c"_s)});
    const NavigationNode *a = m_project->child(EntryKind::Pipeline, u"a"_s);
    const NavigationNode *c = m_project->child(EntryKind::Pipeline, u"c"_s);
    bring(*m_tree, m_project, {pipeline(u"c"_s), pipeline(u"d"_s), pipeline(u"a"_s)});
    QCOMPARE(m_project->childCount(), 3);
    QCOMPARE(m_project->child(EntryKind::Pipeline, u"a"_s), a);
    QCOMPARE(m_project->child(EntryKind::Pipeline, u"c"_s), c);
    for (int row = 0; row < 3; ++row)
        QCOMPARE(m_project->children[size_t(row)]->row, row);
    QCOMPARE(a->row, 2);
    QVERIFY(!m_project->child(EntryKind::Pipeline, u"b"_s));
}

void TestNavigationTree::knowsThePlacesOfAPipeline()
{
    bring(*m_tree, m_project,
          {{EntryKind::Environment, u"one"_s, u"one"_s, u"agent"_s},
           {EntryKind::Environment, u"two"_s, u"two"_s, u"agent"_s}});
    const PipelineKey key{u"acc"_s, u"p"_s, u"a"_s};
    for (const auto &environment : m_project->children)
        bring(*m_tree, environment.get(), {pipeline(u"a"_s)});
    QCOMPARE(m_tree->places(key).size(), 2);
    QCOMPARE(m_tree->places(key).constFirst()->key(), key);
    bring(*m_tree, m_project, {{EntryKind::Environment, u"two"_s, u"two"_s, u"agent"_s}});
    QCOMPARE(m_tree->places(key).size(), 1);
    bring(*m_tree, m_tree->root(), {});
    QVERIFY(m_tree->places(key).isEmpty());
}

void TestNavigationTree::tellsKindsWithOneIdApart()
{
    const NavigationEntry environment{EntryKind::Environment, {}, {}, {}};
    const NavigationEntry others{EntryKind::OtherRunners, {}, {}, {}};
    bring(*m_tree, m_project, {environment, others});
    bring(*m_tree, m_project, {others});
    QCOMPARE(m_project->childCount(), 1);
    QCOMPARE(m_project->children.front()->entry, others);
}

SLUICE_TEST(TestNavigationTree, None)
#include "tst_navigationtree.moc"
